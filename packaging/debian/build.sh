#!/bin/sh
# Makes the Debian package of a program that is built: packaging/debian/build.sh [PROGRAM [FOLDER]]
# Only dpkg-deb is needed. The same sources make the same package, to the byte.
set -eu

cd "$(dirname "$0")/../.."
program=${1:-target/release/preau}
folder=${2:-target/debian}
[ -x "$program" ] || { echo "packaging: $program is not built: run make build" >&2; exit 1; }

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
architecture=$(dpkg --print-architecture)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

put() { install -D -m "$1" "$2" "$root/$3"; }
put 755 "$program" usr/bin/preau
put 644 packaging/preau.service usr/lib/systemd/system/preau.service
put 640 packaging/preau.env etc/preau/preau.env
put 644 docs/INSTALL.md usr/share/doc/preau/INSTALL.md
put 644 packaging/Caddyfile usr/share/doc/preau/examples/Caddyfile
put 644 packaging/nginx.conf usr/share/doc/preau/examples/nginx.conf
put 644 LICENSE usr/share/doc/preau/copyright
for script in postinst prerm postrm; do put 755 "packaging/debian/$script" "DEBIAN/$script"; done
echo /etc/preau/preau.env > "$root/DEBIAN/conffiles"

# The libraries that the program is linked with, and from which version of them on.
needs=$(objdump -T "$program" 2>/dev/null | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -Vu | tail -1)
size=$(du -sk "$root" | cut -f1)
cat > "$root/DEBIAN/control" <<CONTROL
Package: preau
Version: $version
Architecture: $architecture
Maintainer: Préau <preau@localhost>
Installed-Size: $size
Depends: adduser, ca-certificates, libc6${needs:+ (>= $needs)}
Recommends: caddy | nginx
Suggests: postgresql, tesseract-ocr-fra
Section: web
Priority: optional
Description: shared workspace of a citizen council
 Préau is where the members of a citizen council meet between their meetings:
 groups, texts written together, votes, library, search. One program, one
 database, backups made and tested each night.
CONTROL

mkdir -p "$folder"
package="$folder/preau_${version}_$architecture.deb"
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"
