import { CHOICE, invalidChoice } from './moves.ts';
import { say } from './say.ts';
import type { CallState, Move, NewsFact, Node } from './types.ts';

/** More than this in a row is not understood; the rest follows in the next turn. */
const PAGE_SIZE = 3;

const pageOf = ({ facts: { news = [], first = 0 } }: CallState): NewsFact[] =>
  news.slice(first, first + PAGE_SIZE);

/**
 * What happened to the gifts of whoever answers. The turn takes no keys, so the line reports when it was heard to its end,
 * which is what makes it told.
 */
const newsNode: Node = {
  prompt: (state) => {
    const { news = [], first = 0 } = state.facts;
    const greeting =
      news.length === 1
        ? say(state, 'voice.news_greeting_one')
        : say(state, 'voice.news_greeting', { count: news.length });
    const next = say(state, 'voice.news_next');
    const told = pageOf(state).flatMap(({ locale, text }, i) =>
      i === 0 && first === 0 ? [{ locale, text }] : [next, { locale, text }],
    );
    return first === 0 ? [greeting, ...told] : told;
  },
  afterSpeech: (state) => ({
    effect: { kind: 'told', message_ids: pageOf(state).map(({ message_id }) => message_id) },
  }),
  onResult: (state): Move => {
    const { news = [], first = 0 } = state.facts;
    const next = first + PAGE_SIZE;
    return next < news.length ? { go: 'news', facts: { first: next } } : { go: 'news_told' };
  },
  back: () => 'news',
};

const newsToldNode: Node = {
  prompt: (state) => [say(state, 'voice.news_choice')],
  keys: CHOICE,
  onDigits: (state, key) => {
    switch (key) {
      case '1':
        return { go: 'news', facts: { first: 0 } };
      case '2':
        return { go: 'menu' };
      case '9':
        return state.phone === null
          ? invalidChoice(state)
          : { effect: { kind: 'choose_calls', phone: state.phone, calls: 'no_uses' } };
      default:
        return invalidChoice(state);
    }
  },
  onResult: (state) => ({ go: 'news_told', say: [say(state, 'voice.news_uses_stopped')] }),
  back: () => 'news_told',
  ends_on_silence: true,
};

/** While the phone rang, another call told it. */
const noNewsNode: Node = {
  prompt: (state) => [say(state, 'voice.news_none')],
  back: () => 'no_news',
};

/** For an answering machine: no names and no amounts. */
const newsVoicemailNode: Node = {
  prompt: (state) => [say(state, 'voice.news_voicemail')],
  back: () => 'news_voicemail',
};

export const newsNodes = {
  news: newsNode,
  news_told: newsToldNode,
  no_news: noNewsNode,
  news_voicemail: newsVoicemailNode,
};
