//! Style sheets, fonts and scripts inside the binary, under an address with their hash.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/static");

static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = DefaultHasher::new();
    hash_folder(&FILES, &mut hasher);
    format!("{:016x}", hasher.finish())
});

fn hash_folder(folder: &Dir<'static>, hasher: &mut DefaultHasher) {
    for file in folder.files() {
        file.path().hash(hasher);
        file.contents().hash(hasher);
    }
    folder.dirs().for_each(|inner| hash_folder(inner, hasher));
}

/// The address of a file: another one as soon as any file has changed.
pub fn address(file: &str) -> String {
    format!("/static/{}/{file}", *HASH)
}

/// Answers with a file. An old hash gets today's file, which is then not kept.
pub async fn serve(Path((hash, file)): Path<(String, String)>) -> Response {
    let Some(found) = FILES.get_file(&file) else { return StatusCode::NOT_FOUND.into_response() };
    let keep = if hash == *HASH { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = [(header::CONTENT_TYPE, media_type(&file)), (header::CACHE_CONTROL, keep)];
    (headers, found.contents()).into_response()
}

fn media_type(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_pages_ask_for_is_inside() {
        for file in crate::shell::STYLES.iter().chain(&["fonts/source-serif-4-latin-wght-normal.woff2"]) {
            assert!(FILES.get_file(file).is_some(), "{file}");
        }
    }

    #[test]
    fn licences_travel_with_what_they_cover() {
        for file in ["vendor/designsystemet-LICENSE.txt", "fonts/source-sans-3-LICENSE.txt"] {
            assert!(FILES.get_file(file).is_some(), "{file}");
        }
    }
}
