-- Texts, for the servers that send some (kit/texts/).

-- An attempt to send a text through a provider over HTTP, noted before the provider is called: when its answer is not heard,
-- because it is late, the connection breaks or the process dies, the provider is asked for the text.
create table text_submissions (
  submission_id uuid primary key,
  message_id uuid not null,
  -- Its name in TEXT_PROVIDERS_FILE.
  provider text not null,
  phone text not null,
  sender text not null,
  provider_message_id text,
  -- begun: nobody knows whether the provider has it. submitted: it has. ended: nothing more will come of it.
  state text not null,
  begun_at timestamptz not null,
  -- When the provider is asked next.
  ask_at timestamptz,
  asked integer not null default 0,
  constraint text_submission_state_known check (state in ('begun', 'submitted', 'ended'))
);
create unique index text_submissions_by_provider_id on text_submissions (provider, provider_message_id)
  where provider_message_id is not null;
create index text_submissions_to_ask on text_submissions (provider, ask_at) where ask_at is not null;
create index text_submissions_open on text_submissions (message_id) where state in ('begun', 'submitted');
create index text_submissions_of_phone on text_submissions (provider, phone, begun_at);
create index text_submissions_by_age on text_submissions (begun_at);

-- Texts from phones that came by webhook. One that is delivered twice is read once.
create table texts_heard (
  provider text not null,
  provider_message_id text not null,
  claimed_until timestamptz not null,
  done_at timestamptz,
  primary key (provider, provider_message_id)
);
create index texts_heard_by_age on texts_heard (claimed_until);

-- Who wants no texts from whom. A sender is a shop with a number of its own, or * for everybody else.
create table text_opt_outs (
  phone text not null,
  sender text not null,
  channel text not null,
  stopped_at timestamptz not null,
  resumed_at timestamptz,
  -- By a text to us, at the provider, or before senders were told apart.
  told_by text not null,
  primary key (phone, sender, channel, stopped_at),
  constraint text_opt_out_channel_known check (channel in ('text', 'kakao')),
  constraint text_opt_out_told_by_known check (told_by in ('text', 'provider', 'before'))
);
create unique index text_opt_outs_now on text_opt_outs (phone, sender, channel) where resumed_at is null;
