
const SQLITE: [&str; 1] =
    ["CREATE TRIGGER search_file_texts_changed AFTER UPDATE OF state ON file_texts BEGIN \
     INSERT INTO search_pending (kind, subject_id) \
     SELECT 'document', id FROM documents WHERE sha256 = NEW.sha256; END"];

const POSTGRES: [&str; 2] = [
    "CREATE FUNCTION search_file_text_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
     INSERT INTO search_pending (kind, subject_id) \
     SELECT 'document', id FROM documents WHERE sha256 = NEW.sha256; RETURN NULL; END $$",
    "CREATE TRIGGER search_changed AFTER UPDATE OF state ON file_texts \
     FOR EACH ROW EXECUTE FUNCTION search_file_text_changed()",
];
