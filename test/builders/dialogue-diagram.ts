import { TRIES_MAX } from '../../servers/management/voice/dialogues/moves.ts';
import { NODES } from '../../servers/management/voice/dialogues/nodes.ts';
import type { NodeName } from '../../servers/management/voice/dialogues/types.ts';
import { BEGINNINGS, walk } from './dialogue-walk.ts';

type Dialogue = { file: string; title: string; about: string; nodes: readonly NodeName[] };

const DIALOGUES: readonly Dialogue[] = [
  {
    file: 'menu.md',
    title: 'Menu (처음 안내)',
    about: 'Where every incoming call starts. Callers whose language is known skip the language question.',
    nodes: ['language', 'menu'],
  },
  {
    file: 'buy.md',
    title: 'Buy (선물 보내기)',
    about:
      'Purchase 1–13. The payment is captured only after the buyer has heard and confirmed the name; hanging up before that cancels the purchase.',
    nodes: [
      ...(['member_number', 'phone_pin', 'shop', 'amount', 'method', 'paying'] as const),
      ...(['recipient', 'read_back', 'bought'] as const),
    ],
  },
  {
    file: 'receive.md',
    title: 'Receive (선물 받기)',
    about:
      'Receipt 1–3, in a call to the recipient. Callers who ask about a gift are called back at the number it was sent to.',
    nodes: [
      ...(['receive_phone', 'offer', 'pin', 'pin_again', 'received', 'refuse_sure'] as const),
      ...(['gift_refused', 'voicemail'] as const),
    ],
  },
  {
    file: 'gifts.md',
    title: 'Sent gifts (보낸 선물)',
    about: 'After the same login as for buying.',
    nodes: ['gifts'],
  },
  {
    file: 'news.md',
    title: 'News (소식)',
    about:
      'A call to whoever is told by phone, with all that is waiting for their number. What was heard to its end is told. A machine hears no names and no amounts.',
    nodes: ['news', 'news_told', 'no_news', 'news_voicemail'],
  },
  {
    file: 'code.md',
    title: 'Code (인증번호)',
    about:
      'A call to a number whose owner is waiting for a code, said digit by digit. What it is for can be done in the same call: choose a new PIN, hand a certificate over, or take one that is handed over.',
    nodes: ['code', 'code_told', 'code_over'],
  },
  {
    file: 'account.md',
    title: 'Join, forgotten phone PIN (가입, 전화 비밀번호)',
    about:
      'A caller keys the number of the account and is called back there, which proves the number. Who has no account yet agrees to the name behind the number; a new phone PIN is entered twice.',
    nodes: [
      ...([
        'account_phone',
        'account',
        'account_name',
        'account_terms',
        'join_elsewhere',
        'account_pin',
        'account_pin_again',
        'joined',
      ] as const),
      ...(['known_member', 'own_number', 'number_told', 'mail_code', 'phone_pin_chosen'] as const),
    ],
  },
  {
    file: 'card.md',
    title: 'Add a card (카드 등록)',
    about:
      'A member who has no card, or wants another, keys it in. Each part is sealed for settlement at once; what is stored of a call has its last four digits only.',
    nodes: [
      ...(['no_card', 'card_elsewhere', 'card_number', 'card_last4', 'card_expiry', 'card_code'] as const),
      ...(['card_unsure', 'card_added'] as const),
    ],
  },
  {
    file: 'balance.md',
    title: 'Balance and forgotten PIN (잔액, 비밀번호)',
    about:
      'By phone number and PIN, or by a code and a new PIN; both are sealed for the shop. A number that takes no texts is called with the code, and the new PIN is chosen in that call ([code](code.md)).',
    nodes: [
      ...(['holder_phone', 'holder_shop', 'holder_pin', 'balance', 'holder_menu', 'calls'] as const),
      ...(['forgotten', 'unlock_code', 'new_pin', 'new_pin_again', 'pin_set', 'taken'] as const),
    ],
  },
  {
    file: 'stores.md',
    title: 'Where it can be used (매장 안내)',
    about: 'From the balance: the shop’s stores, by district.',
    nodes: ['district', 'stores'],
  },
  {
    file: 'hand-over.md',
    title: 'Hand over (양도)',
    about:
      'From the balance: one certificate to another number, with a code that the holder’s own phone is told by text or by a call ([code](code.md)). The number must be heard before it is confirmed. In the call that says the code, the holder keys the PIN.',
    nodes: ['which_to_hand_over', 'hand_over_phone', 'hand_over_sure', 'hand_over_code', 'hand_over_pin'],
  },
];

const NOTE = `Generated from the reducer by \`npm run dialogues\`; a test keeps the two in sync. A solid arrow shows the keys pressed
and, after a colon, the result of the operation; a dotted arrow is \`*\`, back. Left out, because they are the same
everywhere: \`#\` alone repeats the message, \`0\` in a menu asks for a person, and three missing or three refused answers in
a row end the call.`;

/** The page of each dialogue: file name and full text. */
export function dialoguePages(): { file: string; text: string }[] {
  const arrows = arrowsOf();
  return DIALOGUES.map(({ file, title, about, nodes }) => {
    const lines = nodes.flatMap((from) => arrows.get(from) ?? []);
    const boxes = nodes.map((name) => `  ${name}${shapeOf(name)}`);
    const chart = ['```mermaid', 'flowchart TD', ...boxes, ...lines, '```'].join('\n');
    return { file, text: `# ${title}\n\n${about}\n\n${chart}\n\n${NOTE}\n` };
  });
}

function shapeOf(name: NodeName): string {
  const label = name.replaceAll('_', ' ');
  const { keys } = NODES[name];
  if (keys === undefined) return `(["${label}"])`;
  return keys.kind === 'choice'
    ? `{"${label}"}`
    : keys.kind === 'secret'
      ? `[/"${label} (secret)"/]`
      : `["${label}"]`;
}

/** The labelled arrows that leave each node. */
function arrowsOf(): Map<NodeName, string[]> {
  const labels = new Map<string, { from: NodeName; to: string; labels: Set<string> }>();
  walk(BEGINNINGS, ({ from, by, before, step: { state, turn } }) => {
    if ('effect' in turn) return;
    // The end after three refused answers is the same for all nodes.
    if (turn.end !== undefined && (before.facts.failures ?? 0) === TRIES_MAX - 1) return;
    const [keyed = '', ...answers] = by.split(' ');
    if (['silence', '#', '0', 'begin'].includes(keyed)) return;
    const to = turn.end === undefined ? state.at : `end_${from}`;
    if (to === from && answers.length === 0) return;
    const isBack = keyed === '*';
    const id = `${from} ${to} ${isBack}`;
    const arrow = labels.get(id) ?? { from, to, labels: new Set<string>() };
    if (!isBack) arrow.labels.add(labelOf(from, keyed, answers));
    labels.set(id, arrow);
  });
  const byNode = new Map<NodeName, string[]>();
  for (const { from, to, labels: found } of labels.values()) {
    const target = to.startsWith('end_') ? `${to}((end))` : to;
    const words = [...found].sort().join('<br/>');
    const line = found.size === 0 ? `  ${from} -.-> ${target}` : `  ${from} -->|"${words}"| ${target}`;
    byNode.set(from, [...(byNode.get(from) ?? []), line].sort());
  }
  return byNode;
}

function labelOf(from: NodeName, keyed: string, answers: readonly string[]): string {
  const { keys } = NODES[from];
  const what =
    keys === undefined
      ? 'said'
      : keys.kind === 'choice'
        ? keyed
        : keys.kind === 'number'
          ? 'number'
          : 'digits';
  const told = answers.map((answer) => answer.replaceAll('_', ' ')).join(', ');
  return told === '' ? what : `${what}: ${told}`;
}
