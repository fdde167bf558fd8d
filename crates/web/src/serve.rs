//! The site over a database, on a socket.

use crate::cities::{Answer, Cities, CityName, Site};
use crate::router::router;
use std::future::Future;
use std::sync::Arc;
use tokio::net::TcpListener;
use uppsikt_app::city::City;
use uppsikt_app::finding::compare::VersionEntry;
use uppsikt_app::{AppError, Uppsikt};
use uppsikt_domain::document::Document;
use uppsikt_domain::registry::Id;
use uppsikt_messages::Lang;

struct Told(AppError);

impl std::fmt::Display for Told {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0.messages(Lang::En).join("; "))
    }
}

fn told(error: AppError) -> Box<dyn std::fmt::Display + Send + Sync> {
    Box::new(Told(error))
}

impl Cities for Arc<Uppsikt> {
    fn city<'a>(&'a self, slug: &'a str) -> Answer<'a, Option<Arc<City>>> {
        Box::pin(async move { Uppsikt::city(self, slug).await.map_err(told) })
    }

    fn names(&self) -> Answer<'_, Vec<CityName>> {
        Box::pin(async move {
            let all = self.municipalities().await.map_err(told)?;
            Ok(all.into_iter().map(|entry| CityName { slug: entry.slug, name: entry.name }).collect())
        })
    }

    fn versions<'a>(&'a self, of: Id, document: &'a str) -> Answer<'a, Vec<VersionEntry>> {
        Box::pin(async move { self.document_versions(of, document).await.map_err(told) })
    }

    fn version<'a>(&'a self, of: Id, document: &'a str, number: u32) -> Answer<'a, Option<Document>> {
        Box::pin(async move { self.document_version(of, document, number).await.map_err(told) })
    }
}

/// The site over a database; imports are reviewed on it where an editor is named.
pub fn site(app: Arc<Uppsikt>, editor: Option<&str>) -> Site {
    let site = Site::new(Arc::clone(&app));
    match editor {
        Some(name) => site.with_editor(app, name),
        None => site,
    }
}

/// Serves the site until `stop` is done; requests that have begun are answered.
///
/// # Errors
/// When the socket fails.
pub async fn serve(
    listener: TcpListener,
    app: Arc<Uppsikt>,
    editor: Option<&str>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, router(site(app, editor))).with_graceful_shutdown(stop).await
}
