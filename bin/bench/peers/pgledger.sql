\set n random(1, :n)
\set store random(-64, -1)
select * from pgledger_create_transfer(
  (select id from bench_accounts where n = :n), (select id from bench_accounts where n = :store), 1);
