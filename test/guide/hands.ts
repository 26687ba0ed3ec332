import { deepEqual } from 'node:assert/strict';
import { eventually } from '../../bin/walkthrough/doors.ts';
import type { Operator, Typist } from './operator.ts';

type Hand = (operator: Operator) => Promise<void>;

const MANAGEMENT = 'https://management.gifts.example';
const SHOP = 'https://haneul.example';
const HOSTS = ['management.gifts.example', 'settlement.gifts.example', 'haneul.example'];
const PROVIDERS = ['toss.test', 'texts.test', 'test'];
const CA = '/usr/local/share/ca-certificates/guide.crt';
const MEMBER_PASSWORD = 'sky-and-sea-2026';
/** Who gets the gifts: a member of the shop, so that the name behind the number is known without a mobile operator. */
const RECIPIENT = { member_no: '1', name: '홍길동', phone: '010-9876-5432' };

/** Names that lead to this machine, and certificates of an authority that it trusts: what the DNS and Let's Encrypt are for. */
async function certificates({ must }: Operator, names: readonly string[]): Promise<void> {
  await must(`
umask 077; mkdir -p /root/ca; cd /root/ca
[ -e ca.key ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=guide -keyout ca.key -out ${CA} -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
chmod 644 ${CA}; update-ca-certificates >/dev/null
for name in ${names.join(' ')}; do
  grep -q " $name\\$" /etc/hosts || echo "127.0.0.1 $name" >> /etc/hosts
  mkdir -p /etc/letsencrypt/live/$name; cd /etc/letsencrypt/live/$name
  [ -e fullchain.pem ] && continue
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=$name -keyout privkey.pem -out /root/ca/request
  printf 'subjectAltName=DNS:%s' "${names.join(',DNS:')}" > /root/ca/names
  openssl x509 -req -in /root/ca/request -CA ${CA} -CAkey /root/ca/ca.key -days 2 -extfile /root/ca/names -out fullchain.pem
done
systemctl set-environment NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt`);
}

async function list(operator: Operator, file: string, kind: 'acquirers' | 'texts'): Promise<void> {
  const { [kind]: entries } = await operator.world('providers');
  await operator.must(`cat > ${file} <<'END'\n${JSON.stringify(entries, null, 2)}\nEND`);
}

/** What takes the place of a command that can't be run here. */
export const STAND_INS: Readonly<Record<string, Hand>> = {
  /** The machine was made with what the command installs. */
  async packages(operator) {
    const { must } = operator;
    await must('psql --version | grep " 18[.]"; nginx -v');
    await certificates(operator, PROVIDERS);
  },
  /** The build of this checkout. */
  async build({ must }) {
    await must('cp -r /srv/build /opt/seonmul');
  },
  certificates: (operator) => certificates(operator, HOSTS),
  acquirers: (operator) => list(operator, '/etc/seonmul/settlement/acquirers.json', 'acquirers'),
  texts: (operator) => list(operator, '/etc/seonmul/management/text-providers.json', 'texts'),
  'texts-of-the-shop': (operator) =>
    list(operator, '/etc/seonmul-haneul/shop-haneul/text-providers.json', 'texts'),
  'texts-of-bada': (operator) => list(operator, '/etc/seonmul-bada/shop-bada/text-providers.json', 'texts'),
  'certificate-of-bada': (operator) => certificates(operator, ['bada.example']),
  async 'new-build'({ must }) {
    await must('cp -r /srv/build /opt/seonmul-new');
  },
  async mail({ world }) {
    // It has a mail server at 127.0.0.1:25, as init supposes.
    await world('providers');
  },
  async 'smoke-file'({ must, world }) {
    const { terminals } = await world('get', { server: SHOP, path: '/v1/office/terminals' });
    const [{ terminal_id }] = terminals as [{ terminal_id: string }];
    const path = `/v1/office/terminals/${terminal_id}/enrolment-codes`;
    const { enrolment_code } = await world('post', { server: SHOP, path });
    const settings = {
      ...{ management: MANAGEMENT, shop: SHOP, shop_id: 'haneul', amount_minor: 1_000, currency: 'KRW' },
      member: { email: 'buyer@example.com', password: MEMBER_PASSWORD },
      recipient: { phone: RECIPIENT.phone },
      till: { key_file: 'smoke-till.json', enrolment_code },
    };
    await must(`umask 077; cat > /root/smoke.json <<'END'\n${JSON.stringify(settings)}\nEND`);
  },
};

const linkIn = (printed: string): string => /https:\S+#\S+/.exec(printed)?.[0] ?? '';

function firstLogIn(prefix: string, login: string): Hand {
  return async ({ world, last }) => {
    await world('firstLogIn', { link: linkIn(last()), prefix, login });
  };
}

/** What people do on pages, through the same doors. */
export const HANDS: Readonly<Record<string, Hand>> = {
  'first-operator': firstLogIn('/v1/staff', 'minji'),
  'second-operator': firstLogIn('/v1/staff', 'minji2'),
  'first-treasurer': firstLogIn('/v1/staff', 'jisu'),
  'first-owner': firstLogIn('/v1/office', 'yuna'),
  async 'add-shop'({ world }) {
    const shop = {
      ...{
        shop_id: 'haneul',
        party: 'shop:haneul',
        currency: 'KRW',
        name_ko: '하늘 상점',
        name_en: 'Haneul',
      },
      ...{ description_ko: null, description_en: null, image_key: null, payment_route: 'direct' },
      ...{ amount_min_minor: 1_000, amount_max_minor: 500_000, suggested_minor: [10_000, 50_000] },
      ...{ commission_bp: 300, answer_days: 14, remind_days: 3, validity_months: 60, refund_days: 7 },
      ...{ time_zone: 'Asia/Seoul', active: true },
    };
    await world('post', { server: MANAGEMENT, path: '/v1/staff/shops', body: JSON.stringify(shop) });
  },
  async 'add-store'({ world }) {
    const post = (path: string, body: unknown) =>
      world('post', { server: SHOP, path: `/v1/office/${path}`, body: JSON.stringify(body) });
    const { store_id } = await post('stores', { name_ko: '본점', name_en: 'Main store' });
    await post('terminals', { store_id, name: '1' });
    await post('members', RECIPIENT);
  },
  async 'become-member'({ world }) {
    await world('register', { server: MANAGEMENT, password: MEMBER_PASSWORD });
    await world('addCard', { shop: 'haneul' });
  },
  /** At the acquirer's console: two gifts were paid for, and one was refunded. */
  async 'look-at-money'({ world }) {
    deepEqual(await world('moved'), { captured: 2_000, refunded: 1_000 });
  },
};

const FINGERPRINT = /\d{5}( \d{5}){5}/;

/** The last group of a fingerprint, as the other owner reads it out from `parties show`. */
function readOut(server: string, env: string): Typist {
  return async ({ must }, child) => {
    const shown = await must(`seonmul parties show ${server} --env ${env}`);
    child.stdin?.end(`${FINGERPRINT.exec(shown)?.[0].split(' ').at(-1)}\n`);
  };
}

/** What commands ask for at the terminal. */
export const TYPISTS: Readonly<Record<string, Typist>> = {
  'shop-reads': readOut('shop', '/etc/seonmul-haneul/shop-haneul/server.env'),
  'management-reads': readOut('management', '/etc/seonmul/management/server.env'),
  'settlement-reads': readOut('settlement', '/etc/seonmul/settlement/server.env'),
  /** The links in the two texts. */
  async 'links-in-texts'({ world }, child, printed) {
    for (const times of [1, 2]) {
      await eventually('the question for a link', async () =>
        printed().split('The link in the text message').length > times || child.exitCode !== null
          ? true
          : undefined,
      );
      child.stdin?.write(`${(await world('nextLink')).link}\n`);
    }
  },
};
