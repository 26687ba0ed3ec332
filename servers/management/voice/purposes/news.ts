import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import { type Locale, mainLocale } from '../../../../kit/format/locale.ts';
import { openText } from '../../../../kit/sealed-text.ts';
import { type NoticeKind, words } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { planNewsCall } from '../../messages/plan-dial.ts';
import { knownLocale } from '../../orders/recipient/locale.ts';
import { firstState } from '../dialogues/step.ts';
import type { NewsFact } from '../dialogues/types.ts';
import { USUAL_PLAN } from '../retry-plan.ts';
import { firstTurn } from '../run-step.ts';
import { beginTelling, recordCalledAbout, wasBegun } from '../tellings.ts';
import type { Purpose } from './purpose.ts';

/** More than anybody listens to at once; the rest is told in the next call. */
const NEWS_MAX = 12;

type Waiting = { message_id: string; kind: NoticeKind; locale: Locale; vars_sealed: Buffer };

/** Whoever is told by phone hears all that is waiting for their number, as buyer and as recipient, in one call. */
export const newsPurpose: Purpose = {
  retryPlan: USUAL_PLAN,
  canBeTexted: () => false,

  /** After a call: whether something that it began to tell was not heard to its end. */
  async isOpen(_context, tx, { phone, call_id }) {
    const hasTold = call_id !== null && (await wasBegun(tx, call_id));
    const open = hasTold ? await unheardIn(tx, call_id) : await waitingNews(tx, phone);
    return open.length > 0;
  },

  async answer(context, tx, { phone }, { call_id }) {
    const waiting = (await waitingNews(tx, phone)).slice(0, NEWS_MAX);
    const news = waiting.map((message) => newsFact(context, message));
    const locale = mainLocale((await knownLocale(tx, phone)) ?? waiting[0]?.locale ?? 'ko');
    const known = { locale, phone, has_operator: context.settings.voiceOperator !== '' };
    await beginTelling(context, tx, call_id, news);
    return firstTurn(firstState(news.length === 0 ? 'no_news' : 'news', known, { news }));
  },

  async record(_context, tx, { phone, call_id }) {
    if (call_id !== null)
      await recordCalledAbout(tx, call_id, (await waitingNews(tx, phone)).slice(0, NEWS_MAX));
  },

  async leaveMessage(tx, { phone }) {
    const read = (await knownLocale(tx, phone)) ?? (await waitingNews(tx, phone))[0]?.locale;
    const locale = mainLocale(read ?? 'ko');
    return firstTurn(firstState('news_voicemail', { locale, phone, has_operator: false }));
  },

  /** What happened during the call is told in another one. */
  async afterDone(context, tx, { phone }) {
    if ((await waitingNews(tx, phone)).length > 0) await planNewsCall(context, tx, phone);
  },

  // Each message goes on by its own fallback: `failUntold`.
  async giveUp() {},
};

async function waitingNews(tx: Tx, phone: string): Promise<Waiting[]> {
  const found = await sql<Waiting>`
    select m.message_id, m.kind, m.locale, m.vars_sealed from messages m
    where m.channel = 'voice' and m.state = 'due' and m.address = ${phone} and m.vars_sealed is not null
      and not exists (select 1 from voice_dials d where d.message_id = m.message_id)
    order by m.message_id limit ${NEWS_MAX + 1}`.execute(tx);
  return found.rows;
}

async function unheardIn(tx: Tx, callId: string): Promise<{ message_id: string }[]> {
  const found = await sql<{ message_id: string }>`
    select m.message_id from voice_tellings t join messages m using (message_id)
    where t.call_id = ${callId} and t.heard_at is null and m.state = 'due'`.execute(tx);
  return found.rows;
}

function newsFact(context: ManagementContext, { message_id, kind, locale, vars_sealed }: Waiting): NewsFact {
  const vars = JSON.parse(openText(context, message_id, vars_sealed));
  return { message_id, locale: mainLocale(locale), text: words(locale).spoken(kind, vars) };
}
