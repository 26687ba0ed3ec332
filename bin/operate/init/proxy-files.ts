import type { Plan, PlannedServer } from './plan.ts';

/** For nginx, one server each; docs/production/proxy.md says why each line is there. */
export function nginxText({ servers }: Plan): string {
  return `# In /etc/nginx/conf.d/. docs/production/proxy.md says why each line is there.\n${servers.map(nginxServer).join('')}`;
}

function nginxServer({ party, host, port }: PlannedServer): string {
  const upstream = party.replace(':', '_');
  return `
# ${party}
upstream seonmul_${upstream} {
  # There is no other to turn to, so one failure must not put it aside for ten seconds.
  server 127.0.0.1:${port} max_fails=0;
  keepalive 32;
}

server {
  listen 80;
  listen [::]:80;
  server_name ${host};
  return 301 https://$host$request_uri;
}

server {
  listen 443 ssl;
  listen [::]:443 ssl;
  server_name ${host};
  ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;

  # The largest bodies are lists of members and subscribers. The server has a limit of its own for each request.
  client_max_body_size 4m;

  location / {
    proxy_pass http://seonmul_${upstream};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Host $host;
    proxy_set_header X-Forwarded-Proto $scheme;
    # Event streams send something every 15 seconds; no request takes longer than a minute.
    proxy_read_timeout 75s;
    proxy_connect_timeout 2s;
    proxy_next_upstream error timeout;
  }
}
`;
}

/** For Caddy, which gets its certificates itself and sends the same headers without being told. */
export function caddyText({ servers, containers }: Plan): string {
  const sites = servers.map(
    ({ role, host, port }) => `
${host} {
  request_body {
    max_size 4MiB
  }
  reverse_proxy ${containers ? role : '127.0.0.1'}:${port}
}
`,
  );
  const head = containers
    ? '# For the proxy of deploy/compose.yaml.'
    : '# Instead of nginx: imported by /etc/caddy/Caddyfile.';
  return `${head} docs/proxy.md says what a proxy must leave alone.\n${sites.join('')}`;
}
