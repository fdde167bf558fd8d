//! Changes of reviews, each inside one change of the municipality.

use super::reviews::{
    Closing, NewReview, Rejected, Rejection, ReviewState, Reviewing, Verdict, rejected, rejections, reviewing,
};
use crate::columns::{count, to_json};
use crate::error::StoreError;
use crate::events::kept;
use crate::insert::{insert, put};
use crate::tables::{rejection, review, review_decision};
use crate::tenant::{removal_of, rows_of, update_of, uuid};
use crate::write::Write;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::registry::Id;

const TABLE: &str = "review";

fn body_of(tree: &Document) -> String {
    tree.body.as_ref().map(|body| body.text.clone()).unwrap_or_default()
}

impl Write {
    /// A review with what it is held against, as it stands inside this change.
    pub async fn reviewing(&self, number: u32) -> Result<Option<Reviewing>, StoreError> {
        reviewing(&self.tx, self.municipality, number).await
    }

    /// What has been rejected of a document before, by the proposal's print.
    pub async fn rejections(&self, slug: &str) -> Result<BTreeMap<String, Rejection>, StoreError> {
        rejections(&self.tx, self.municipality, slug).await
    }

    /// The prints of all proposals that have been rejected, of all documents.
    pub async fn rejected(&self) -> Result<Rejected, StoreError> {
        rejected(&self.tx, self.municipality).await
    }

    /// The bytes of an open review.
    pub async fn review_source(&self, number: u32) -> Result<Vec<u8>, StoreError> {
        let query =
            rows_of::<review::Entity>(self.municipality).filter(review::Column::Number.eq(i64::from(number)));
        let source: Option<Vec<u8>> =
            query.select_only().column(review::Column::Source).into_tuple().one(&self.tx).await?;
        source.ok_or_else(|| StoreError::damaged(TABLE, format!("{number} is not there")))
    }

    /// Opens a review and gives its number.
    pub async fn add_review(&self, new: &NewReview<'_>) -> Result<u32, StoreError> {
        let last: Option<i64> = rows_of::<review::Entity>(self.municipality)
            .select_only()
            .column(review::Column::Number)
            .order_by_desc(review::Column::Number)
            .limit(1)
            .into_tuple()
            .one(&self.tx)
            .await?;
        let number = last.unwrap_or(0) + 1;
        let mut tree = new.tree.clone();
        let lines = std::mem::take(&mut tree.lines);
        let row = review::Model {
            municipality: uuid(self.municipality),
            number,
            slug: new.slug.to_owned(),
            state: ReviewState::Open.code().to_owned(),
            file: tree.source.file.clone(),
            kind: tree.kind.code().to_owned(),
            body: body_of(&tree),
            year: tree.year,
            base: i64::from(new.base),
            source: new.source.to_vec(),
            tree: to_json(TABLE, &tree)?,
            lines: to_json(TABLE, &lines)?,
            opened_by: new.who.to_owned(),
            opened_at: kept(new.opened_at),
            closed_by: None,
            version: None,
            accepted: 0,
            rejected: 0,
        };
        insert::<review::Entity>(&self.tx, row).await?;
        count(TABLE, number)
    }

    /// Gives an open review what its bytes were read as anew. What was decided stays.
    pub async fn put_reading(&self, number: u32, tree: &Document) -> Result<(), StoreError> {
        use review::Column;
        let mut tree = tree.clone();
        let lines = std::mem::take(&mut tree.lines);
        update_of::<review::Entity>(self.municipality, Column::Number.eq(i64::from(number)))
            .col_expr(Column::Body, Expr::value(body_of(&tree)))
            .col_expr(Column::Tree, Expr::value(to_json(TABLE, &tree)?))
            .col_expr(Column::Lines, Expr::value(to_json(TABLE, &lines)?))
            .exec(&self.tx)
            .await?;
        Ok(())
    }

    /// Says which version a review is compared with now.
    pub async fn rebase_review(&self, number: u32, base: u32) -> Result<(), StoreError> {
        let fits = review::Column::Number.eq(i64::from(number));
        update_of::<review::Entity>(self.municipality, fits)
            .col_expr(review::Column::Base, Expr::value(i64::from(base)))
            .exec(&self.tx)
            .await?;
        Ok(())
    }

    /// Keeps what has been decided of a proposal; `None`: it is open again.
    pub async fn put_verdict(
        &self,
        review: u32,
        proposal: &str,
        verdict: Option<Verdict>,
        who: &str,
    ) -> Result<(), StoreError> {
        use review_decision::{Column, Entity, Model};
        let Some(verdict) = verdict else {
            let fits = Column::Review.eq(i64::from(review)).and(Column::Proposal.eq(proposal));
            removal_of::<Entity>(self.municipality, fits).exec(&self.tx).await?;
            return Ok(());
        };
        let row = Model {
            municipality: uuid(self.municipality),
            review: i64::from(review),
            proposal: proposal.to_owned(),
            verdict: verdict.code().to_owned(),
            who: who.to_owned(),
        };
        put::<Entity>(&self.tx, row).await
    }

    /// Ends a review. What was read is given away: a finished one has it as a version of the
    /// document, a discarded one leaves nothing.
    pub async fn close_review(&self, number: u32, closing: &Closing<'_>) -> Result<(), StoreError> {
        use review::Column;
        let nothing = || Expr::value("");
        update_of::<review::Entity>(self.municipality, Column::Number.eq(i64::from(number)))
            .col_expr(Column::State, Expr::value(closing.state.code()))
            .col_expr(Column::ClosedBy, Expr::value(closing.who))
            .col_expr(Column::Version, Expr::value(closing.version.map(i64::from)))
            .col_expr(Column::Accepted, Expr::value(i64::from(closing.accepted)))
            .col_expr(Column::Rejected, Expr::value(i64::from(closing.rejected)))
            .col_expr(Column::Source, Expr::value(Vec::<u8>::new()))
            .col_expr(Column::Tree, nothing())
            .col_expr(Column::Lines, nothing())
            .exec(&self.tx)
            .await?;
        let fits = review_decision::Column::Review.eq(i64::from(number));
        removal_of::<review_decision::Entity>(self.municipality, fits).exec(&self.tx).await?;
        Ok(())
    }

    /// Remembers that a proposal of a document is not to be asked again.
    pub async fn put_rejection(
        &self,
        proposal: &str,
        slug: &str,
        document: Id,
        who: &str,
        rejected_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = rejection::Model {
            municipality: uuid(self.municipality),
            proposal: proposal.to_owned(),
            slug: slug.to_owned(),
            document: uuid(document),
            who: who.to_owned(),
            rejected_at: kept(rejected_at),
        };
        put::<rejection::Entity>(&self.tx, row).await
    }

    /// Forgets that a proposal was rejected.
    pub async fn forget_rejection(&self, proposal: &str) -> Result<(), StoreError> {
        let fits = rejection::Column::Proposal.eq(proposal);
        removal_of::<rejection::Entity>(self.municipality, fits).exec(&self.tx).await?;
        Ok(())
    }
}
