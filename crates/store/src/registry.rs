//! Municipalities, bodies, goals and what made them: reading and adding.

use crate::budget_areas::budget_areas;
use crate::columns::{from_json, known, to_json};
use crate::error::StoreError;
use crate::insert::{insert, put};
use crate::style_additions::additions;
use crate::tables::{
    body, decision, goal, goal_area, goal_area_version, goal_status, goal_version, lineage, municipality,
};
use crate::tenant::{id, removal_of, rows_of, update_of, uuid};
use crate::write::Write;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryOrder};
use std::collections::BTreeMap;
use uppsikt_domain::decision::Decision;
use uppsikt_domain::municipality::{Body, BodyKind};
use uppsikt_domain::registry::{
    BudgetAreaVersion, GoalAreaVersion, GoalStatus, GoalVersion, Id, LineageEdge, Municipality,
};
use uuid::Uuid;

/// A body with its identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyRow {
    /// The identity.
    pub id: Id,
    /// The body.
    pub body: Body,
}

/// A decision with its identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// The identity.
    pub id: Id,
    /// The decision.
    pub decision: Decision,
}

/// Who there is and what the council wants, all versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registry {
    /// The tenant, with its bodies.
    pub municipality: Municipality,
    /// Its bodies with their identities, in order.
    pub bodies: Vec<BodyRow>,
    /// Goal areas, in order of position and year.
    pub goal_areas: Vec<GoalAreaVersion>,
    /// Goals, in order of position and year.
    pub goals: Vec<GoalVersion>,
    /// Budget areas of all bodies, in order of position and year.
    pub budget_areas: Vec<BudgetAreaVersion>,
    /// The municipality's own judgements.
    pub goal_statuses: Vec<GoalStatus>,
    /// Lineage, in order of year.
    pub lineage: Vec<LineageEdge>,
    /// Decisions, in order of day.
    pub decisions: Vec<DecisionRow>,
}

impl Registry {
    /// The registry of a municipality of which nothing more is kept.
    pub fn empty(municipality: Municipality) -> Self {
        Registry {
            municipality,
            bodies: Vec::new(),
            goal_areas: Vec::new(),
            goals: Vec::new(),
            budget_areas: Vec::new(),
            goal_statuses: Vec::new(),
            lineage: Vec::new(),
            decisions: Vec::new(),
        }
    }
}

/// The registry of a municipality. `None`: there is no such municipality.
pub(crate) async fn registry(
    db: &impl ConnectionTrait,
    municipality: Id,
) -> Result<Option<Registry>, StoreError> {
    let Some(row) = rows_of::<municipality::Entity>(municipality).one(db).await? else { return Ok(None) };
    let additions = additions(db, municipality).await?;
    let bodies = bodies(db, municipality).await?;
    let decisions = decisions(db, municipality).await?;
    Ok(Some(Registry {
        municipality: Municipality {
            additions,
            ..row.into_municipality(bodies.iter().map(|row| row.body.clone()).collect())?
        },
        budget_areas: budget_areas(db, municipality, &bodies).await?,
        bodies,
        goal_areas: goal_areas(db, municipality).await?,
        goals: goals(db, municipality, &decisions).await?,
        goal_statuses: goal_statuses(db, municipality).await?,
        lineage: edges(db, municipality).await?,
        decisions,
    }))
}

async fn bodies(db: &impl ConnectionTrait, of: Id) -> Result<Vec<BodyRow>, StoreError> {
    let rows = rows_of::<body::Entity>(of).order_by_asc(body::Column::Position).all(db).await?;
    rows.into_iter().map(body::Model::into_body).collect()
}

async fn decisions(db: &impl ConnectionTrait, of: Id) -> Result<Vec<DecisionRow>, StoreError> {
    use decision::Column;
    let query = rows_of::<decision::Entity>(of).order_by_asc(Column::DecidedOn).order_by_asc(Column::Id);
    Ok(query.all(db).await?.into_iter().map(decision::Model::into_decision).collect())
}

async fn goal_areas(db: &impl ConnectionTrait, of: Id) -> Result<Vec<GoalAreaVersion>, StoreError> {
    use goal_area_version::Column;
    let slugs: BTreeMap<Uuid, String> =
        rows_of::<goal_area::Entity>(of).all(db).await?.into_iter().map(|row| (row.id, row.slug)).collect();
    let query = rows_of::<goal_area_version::Entity>(of);
    let query =
        query.order_by_asc(Column::Position).order_by_asc(Column::FromYear).order_by_asc(Column::GoalArea);
    query.all(db).await?.into_iter().map(|row| row.into_version(&slugs)).collect()
}

async fn goals(
    db: &impl ConnectionTrait,
    of: Id,
    decisions: &[DecisionRow],
) -> Result<Vec<GoalVersion>, StoreError> {
    use goal_version::Column;
    let slugs: BTreeMap<Uuid, String> =
        rows_of::<goal::Entity>(of).all(db).await?.into_iter().map(|row| (row.id, row.slug)).collect();
    let decisions = decisions.iter().map(|row| (uuid(row.id), row.decision.clone())).collect();
    let query = rows_of::<goal_version::Entity>(of);
    let query =
        query.order_by_asc(Column::Position).order_by_asc(Column::FromYear).order_by_asc(Column::Goal);
    query.all(db).await?.into_iter().map(|row| row.into_version(&slugs, &decisions)).collect()
}

async fn goal_statuses(db: &impl ConnectionTrait, of: Id) -> Result<Vec<GoalStatus>, StoreError> {
    use goal_status::Column;
    let query = rows_of::<goal_status::Entity>(of);
    let query = query.order_by_asc(Column::Year).order_by_asc(Column::Report).order_by_asc(Column::Goal);
    query.all(db).await?.into_iter().map(goal_status::Model::into_status).collect()
}

async fn edges(db: &impl ConnectionTrait, of: Id) -> Result<Vec<LineageEdge>, StoreError> {
    use lineage::Column;
    let query = rows_of::<lineage::Entity>(of).order_by_asc(Column::Year).order_by_asc(Column::Id);
    query.all(db).await?.into_iter().map(lineage::Model::into_edge).collect()
}

impl Write {
    /// The registry, as it stands inside this change.
    pub async fn registry(&self) -> Result<Option<Registry>, StoreError> {
        registry(&self.tx, self.municipality).await
    }

    /// Adds the municipality itself, without its bodies. Its identity is that of the change.
    pub async fn add_municipality(&self, municipality: &Municipality) -> Result<(), StoreError> {
        let row = municipality::Model::of(self.municipality, municipality)?;
        insert::<municipality::Entity>(&self.tx, row).await
    }

    /// Gives the municipality another name, style or areas. Its bodies are left as they are.
    pub async fn change_municipality(&self, municipality: &Municipality) -> Result<(), StoreError> {
        let row = municipality::Model::of(self.municipality, municipality)?;
        put::<municipality::Entity>(&self.tx, row).await
    }

    /// Adds or changes a body, at a place in the municipality's order, from 1.
    pub async fn put_body(&self, id: Id, position: u32, body: &Body) -> Result<(), StoreError> {
        put::<body::Entity>(&self.tx, body::Model::of(self.municipality, id, position, body)).await
    }

    /// Adds a decision.
    pub async fn add_decision(&self, id: Id, decision: &Decision) -> Result<(), StoreError> {
        insert::<decision::Entity>(&self.tx, decision::Model::of(self.municipality, id, decision)).await
    }

    /// Adds the identity of a goal area, or gives it another slug.
    pub async fn put_goal_area(&self, id: Id, slug: &str) -> Result<(), StoreError> {
        let row =
            goal_area::Model { municipality: uuid(self.municipality), id: uuid(id), slug: slug.to_owned() };
        put::<goal_area::Entity>(&self.tx, row).await
    }

    /// Adds a version of a goal area whose identity is there, or changes the one from the same year.
    pub async fn put_goal_area_version(&self, version: &GoalAreaVersion) -> Result<(), StoreError> {
        let row = goal_area_version::Model::of(self.municipality, version);
        put::<goal_area_version::Entity>(&self.tx, row).await
    }

    /// Adds the identity of a goal, or gives it another slug.
    pub async fn put_goal(&self, id: Id, slug: &str) -> Result<(), StoreError> {
        let row = goal::Model { municipality: uuid(self.municipality), id: uuid(id), slug: slug.to_owned() };
        put::<goal::Entity>(&self.tx, row).await
    }

    /// Adds a version of a goal whose identity is there, or changes the one from the same year. `decision` is the identity of the
    /// decision that made it, which has been added before.
    pub async fn put_goal_version(
        &self,
        version: &GoalVersion,
        decision: Option<Id>,
    ) -> Result<(), StoreError> {
        let row = goal_version::Model::of(self.municipality, version, decision)?;
        put::<goal_version::Entity>(&self.tx, row).await
    }

    /// Removes a version of a goal area, in favour of one that holds in the same years.
    pub async fn remove_goal_area_version(&self, area: Id, from_year: i32) -> Result<(), StoreError> {
        use goal_area_version::{Column, Entity};
        let fits = Column::GoalArea.eq(uuid(area)).and(Column::FromYear.eq(from_year));
        removal_of::<Entity>(self.municipality, fits).exec(&self.tx).await?;
        Ok(())
    }

    /// Removes a version of a goal, in favour of one that holds in the same years.
    pub async fn remove_goal_version(&self, goal: Id, from_year: i32) -> Result<(), StoreError> {
        use goal_version::{Column, Entity};
        let fits = Column::Goal.eq(uuid(goal)).and(Column::FromYear.eq(from_year));
        removal_of::<Entity>(self.municipality, fits).exec(&self.tx).await?;
        Ok(())
    }

    /// Lets a version of a goal area hold until a later year.
    pub async fn prolong_goal_area(&self, version: &GoalAreaVersion, to_year: i32) -> Result<(), StoreError> {
        use goal_area_version::{Column, Entity};
        let fits = Column::GoalArea.eq(uuid(version.area)).and(Column::FromYear.eq(version.from_year));
        let update =
            update_of::<Entity>(self.municipality, fits).col_expr(Column::ToYear, Expr::value(to_year));
        update.exec(&self.tx).await?;
        Ok(())
    }

    /// Lets a version of a goal hold until a later year.
    pub async fn prolong_goal(&self, version: &GoalVersion, to_year: i32) -> Result<(), StoreError> {
        use goal_version::{Column, Entity};
        let fits = Column::Goal.eq(uuid(version.goal)).and(Column::FromYear.eq(version.from_year));
        let update =
            update_of::<Entity>(self.municipality, fits).col_expr(Column::ToYear, Expr::value(to_year));
        update.exec(&self.tx).await?;
        Ok(())
    }

    /// Adds or changes the municipality's own judgement of a goal.
    pub async fn put_goal_status(&self, status: &GoalStatus) -> Result<(), StoreError> {
        put::<goal_status::Entity>(&self.tx, goal_status::Model::of(self.municipality, status)).await
    }

    /// Adds an edge of lineage.
    pub async fn add_lineage(&self, id: Id, edge: &LineageEdge) -> Result<(), StoreError> {
        insert::<lineage::Entity>(&self.tx, lineage::Model::of(self.municipality, id, edge)).await
    }

    /// Removes an edge of lineage: what hangs together so, from that year.
    pub async fn remove_lineage(&self, edge: &LineageEdge) -> Result<(), StoreError> {
        use lineage::{Column, Entity};
        let to = match edge.to {
            Some(to) => Column::ToId.eq(uuid(to)),
            None => Column::ToId.is_null(),
        };
        let fits = Column::Kind
            .eq(edge.kind.code())
            .and(Column::FromId.eq(uuid(edge.from)))
            .and(to)
            .and(Column::Relation.eq(edge.relation.code()))
            .and(Column::Year.eq(edge.year));
        removal_of::<Entity>(self.municipality, fits).exec(&self.tx).await?;
        Ok(())
    }
}

/// The slug of an identity.
pub(crate) fn slug_of(
    table: &'static str,
    slugs: &BTreeMap<Uuid, String>,
    of: Uuid,
) -> Result<String, StoreError> {
    slugs.get(&of).cloned().ok_or_else(|| StoreError::damaged(table, format!("{} has no identity", id(of))))
}

impl municipality::Model {
    fn of(id: Id, it: &Municipality) -> Result<Self, StoreError> {
        Ok(municipality::Model {
            id: uuid(id),
            slug: it.slug.clone(),
            name: it.name.clone(),
            style: it.style.clone(),
            statistical_areas: to_json("municipality", &it.statistical_areas)?,
            rules: to_json("municipality", &it.rules)?,
        })
    }

    fn into_municipality(self, bodies: Vec<Body>) -> Result<Municipality, StoreError> {
        Ok(Municipality {
            id: id(self.id),
            slug: self.slug,
            name: self.name,
            style: self.style,
            statistical_areas: from_json("municipality", &self.statistical_areas)?,
            rules: from_json("municipality", &self.rules)?,
            additions: Vec::new(),
            bodies,
        })
    }
}

impl body::Model {
    fn of(municipality: Id, id: Id, position: u32, it: &Body) -> Self {
        body::Model {
            municipality: uuid(municipality),
            id: uuid(id),
            slug: it.slug.clone(),
            name: it.name.clone(),
            abbreviation: it.abbreviation.clone(),
            kind: it.kind.code().to_owned(),
            from_year: it.from_year,
            to_year: it.to_year,
            deviation_threshold_tkr: it.deviation_threshold_tkr,
            position: i64::from(position),
        }
    }

    fn into_body(self) -> Result<BodyRow, StoreError> {
        let body = Body {
            slug: self.slug,
            name: self.name,
            abbreviation: self.abbreviation,
            kind: known("body", &self.kind, BodyKind::from_code)?,
            from_year: self.from_year,
            to_year: self.to_year,
            deviation_threshold_tkr: self.deviation_threshold_tkr,
        };
        Ok(BodyRow { id: id(self.id), body })
    }
}

impl decision::Model {
    fn of(municipality: Id, id: Id, it: &Decision) -> Self {
        decision::Model {
            municipality: uuid(municipality),
            id: uuid(id),
            body: it.body.clone(),
            decided_on: it.decided_on,
            paragraph: it.paragraph.clone(),
            case_number: it.case_number.clone(),
            what: it.what.clone(),
        }
    }

    fn into_decision(self) -> DecisionRow {
        let decision = Decision {
            body: self.body,
            decided_on: self.decided_on,
            paragraph: self.paragraph,
            case_number: self.case_number,
            what: self.what,
        };
        DecisionRow { id: id(self.id), decision }
    }
}
