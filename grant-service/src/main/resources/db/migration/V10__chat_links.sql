-- Which chat account is whose, where the people themselves have said so.
create table chat_link (
  platform text not null,
  team text not null,
  chat_user text not null,
  person text not null,
  linked_at bigint not null,
  primary key (platform, team, chat_user),
  unique (platform, team, person)
);

-- What a chat account was given to prove itself with. As SHA-256 in hex; good once, for minutes.
create table link_code (
  sha256 text primary key,
  platform text not null,
  team text not null,
  chat_user text not null,
  expires_at bigint not null
);
create index link_code_expires on link_code (expires_at);
