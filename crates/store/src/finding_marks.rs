//! What people have said of findings: reading and changing.

use crate::columns::count;
use crate::error::StoreError;
use crate::events::kept;
use crate::insert::put;
use crate::store::Store;
use crate::tables::{document, finding_acceptance, finding_assignee};
use crate::tenant::{id, removal_of, rows_of, uuid};
use crate::write::Write;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};
use uppsikt_domain::finding_mark::{FindingAcceptance, FindingAssignee, FindingMarks};
use uppsikt_domain::registry::Id;

impl Store {
    /// Everything that has been said of a municipality's findings, as of one moment.
    pub async fn finding_marks(&self, municipality: Id) -> Result<FindingMarks, StoreError> {
        let db = self.snapshot().await?;
        let marks = finding_marks(&db, municipality).await?;
        db.commit().await?;
        Ok(marks)
    }
}

pub(crate) async fn finding_marks(db: &impl ConnectionTrait, of: Id) -> Result<FindingMarks, StoreError> {
    use finding_acceptance::Column as Accepted;
    use finding_assignee::Column as Assigned;
    let accepted = rows_of::<finding_acceptance::Entity>(of)
        .order_by_asc(Accepted::AcceptedAt)
        .order_by_asc(Accepted::Document)
        .order_by_asc(Accepted::Print);
    let assigned = rows_of::<finding_assignee::Entity>(of)
        .order_by_asc(Assigned::AssignedAt)
        .order_by_asc(Assigned::Document)
        .order_by_asc(Assigned::Print);
    let accepted = accepted.all(db).await?.into_iter().map(finding_acceptance::Model::into_acceptance);
    let assigned = assigned.all(db).await?.into_iter().map(finding_assignee::Model::into_assignee);
    Ok(FindingMarks { acceptances: accepted.collect::<Result<_, _>>()?, assignees: assigned.collect() })
}

impl Write {
    /// Everything that has been said of the findings, as it stands inside this change.
    pub async fn finding_marks(&self) -> Result<FindingMarks, StoreError> {
        finding_marks(&self.tx, self.municipality).await
    }

    /// The number of the latest version of a document. `None`: there is no such document.
    pub async fn latest_number(&self, document: Id) -> Result<Option<u32>, StoreError> {
        let latest: Option<i64> = rows_of::<document::Entity>(self.municipality)
            .filter(document::Column::Id.eq(uuid(document)))
            .select_only()
            .column(document::Column::Latest)
            .into_tuple()
            .one(&self.tx)
            .await?;
        latest.map(|latest| count("document", latest)).transpose()
    }

    /// Lets a finding stand; what was said of it before is replaced.
    pub async fn put_acceptance(&self, acceptance: &FindingAcceptance) -> Result<(), StoreError> {
        let row = finding_acceptance::Model::of(self.municipality, acceptance);
        put::<finding_acceptance::Entity>(&self.tx, row).await
    }

    /// Lets a finding count again.
    pub async fn remove_acceptance(&self, document: Id, print: &str) -> Result<(), StoreError> {
        use finding_acceptance::{Column, Entity};
        let fits = Column::Document.eq(uuid(document)).and(Column::Print.eq(print));
        removal_of::<Entity>(self.municipality, fits).exec(&self.tx).await?;
        Ok(())
    }

    /// Says who looks at a finding.
    pub async fn put_assignee(&self, assignee: &FindingAssignee) -> Result<(), StoreError> {
        let row = finding_assignee::Model::of(self.municipality, assignee);
        put::<finding_assignee::Entity>(&self.tx, row).await
    }

    /// Says that nobody looks at a finding any more.
    pub async fn remove_assignee(&self, document: Id, print: &str) -> Result<(), StoreError> {
        use finding_assignee::{Column, Entity};
        let fits = Column::Document.eq(uuid(document)).and(Column::Print.eq(print));
        removal_of::<Entity>(self.municipality, fits).exec(&self.tx).await?;
        Ok(())
    }
}

impl finding_acceptance::Model {
    fn of(municipality: Id, it: &FindingAcceptance) -> Self {
        finding_acceptance::Model {
            municipality: uuid(municipality),
            document: uuid(it.document),
            print: it.print.clone(),
            place: it.place.clone(),
            rule: it.rule.clone(),
            says: it.says.clone(),
            why: it.why.clone(),
            who: it.who.clone(),
            accepted_at: kept(it.accepted_at),
            version: i64::from(it.version),
        }
    }

    fn into_acceptance(self) -> Result<FindingAcceptance, StoreError> {
        Ok(FindingAcceptance {
            document: id(self.document),
            print: self.print,
            place: self.place,
            rule: self.rule,
            says: self.says,
            why: self.why,
            who: self.who,
            accepted_at: self.accepted_at,
            version: count("finding_acceptance", self.version)?,
        })
    }
}

impl finding_assignee::Model {
    fn of(municipality: Id, it: &FindingAssignee) -> Self {
        finding_assignee::Model {
            municipality: uuid(municipality),
            document: uuid(it.document),
            print: it.print.clone(),
            place: it.place.clone(),
            rule: it.rule.clone(),
            assignee: it.assignee.clone(),
            who: it.who.clone(),
            assigned_at: kept(it.assigned_at),
        }
    }

    fn into_assignee(self) -> FindingAssignee {
        FindingAssignee {
            document: id(self.document),
            print: self.print,
            place: self.place,
            rule: self.rule,
            assignee: self.assignee,
            who: self.who,
            assigned_at: self.assigned_at,
        }
    }
}
