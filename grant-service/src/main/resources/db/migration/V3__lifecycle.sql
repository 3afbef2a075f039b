-- What a request goes on from, and whether it went past everybody.
alter table access_request add column follows text references access_request (id);
alter table access_request add column kind text not null default 'NORMAL' check (kind in ('NORMAL', 'BREAK_GLASS'));
create index access_request_follows on access_request (follows) where follows is not null;
create index access_request_kind on access_request (requester, asked_at) where kind = 'BREAK_GLASS';

-- What was said once and is not to be said again: a reminder, a review that is overdue.
create table request_mark (
  request_id text not null references access_request (id),
  mark text not null,
  at bigint not null,
  primary key (request_id, mark)
);

-- What went past everybody is looked at afterwards.
create table review (
  request_id text primary key references access_request (id),
  due_at bigint not null,
  reviewed_by text,
  reviewed_at bigint,
  justified bigint,
  check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (justified is null))
);
create index review_open on review (due_at) where reviewed_at is null;
