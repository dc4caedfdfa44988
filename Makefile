# `make run` to try Préau, `make test` for all that is checked, `make help` for the rest.
# Each command first installs what it lacks, from pinned versions (tools/install.sh).

install := tools/install.sh
# What is built is looked for in target/.
unexport CARGO_TARGET_DIR
DEMO_PASSWORD ?= pays-des-trois-rivieres

.PHONY: help run demo build deb dev test check fmt fuzz audit assets bench trials screenshots clean quick

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: ## builds quickly and serves on http://127.0.0.1:3000, data in ./data
	@$(install) rust assets
	@tools/run.sh

demo: quick ## the same with a demonstration council, data in ./demo-data
	test -e demo-data || PREAU_DATA_DIR=demo-data target/quick/preau demo --password $(DEMO_PASSWORD) \
		|| { rm -rf demo-data; exit 1; }
	@echo "Sign in as administration@demo.example, password $(DEMO_PASSWORD)"
	PREAU_DATA_DIR=demo-data target/quick/preau serve

build: assets ## the release program, complete in target/release/preau
	cargo build --locked --release --bin preau

deb: build ## the Debian package, in target/debian
	packaging/debian/build.sh

dev: ## builds, serves, and starts again at each change
	@$(install) rust assets
	node tools/dev.mjs

test: ## everything that is checked before a change is accepted
	@$(install) rust nextest assets journeys chromium postgresql pycrdt
	@tools/test.sh

check: ## the quick part of `test`: format and lints
	@$(install) rust
	@tools/test.sh format lints

fmt: ## formats the Rust sources
	cargo fmt --all

fuzz: ## looks for inputs that bring the program down; make fuzz target=markdown seconds=3600
	@$(install) rust fuzzing
	@tools/fuzz.sh $(or $(target),all) $(or $(seconds),600)

audit: ## compares the libraries with what is known against them, and with deny.toml
	@$(install) audit
	@tools/audit.sh

assets: ## style sheet, icons, fonts and islands for a release, in target/site
	@$(install) rust assets
	node tools/assets.mjs

bench: build ## measures a release build; prints ratios, never fails on a time
	@$(install) journeys chromium wrk
	cargo build --locked --release --package reference
	PREAU_BIN=target/release/preau node tools/bench.mjs

trials: build ## ill-treats a release build and says what broke; make trials name=kill times=100
	@$(install) journeys postgresql sqlite
	PREAU_BIN=target/release/preau node tools/trials.mjs $(name) \
		$(foreach setting,times minutes members database only,$(if $($(setting)),$(setting)=$($(setting))))

screenshots: quick ## pictures of the demonstration council, in end2end/results
	@$(install) journeys chromium
	PREAU_BIN=target/quick/preau node end2end/screenshots.mjs

clean: ## removes all that was built or installed in this folder, never the data
	rm -rf target node_modules end2end/node_modules end2end/results style/fonts

quick:
	@$(install) rust assets
	@tools/quick.sh
