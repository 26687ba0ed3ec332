-- What the office asks for: when a terminal last opened a session, and certificates by the day on which they came.
create index terminal_sessions_by_terminal on terminal_sessions (terminal_id, created_at);
create index certificates_by_time on certificates (registered_at);
