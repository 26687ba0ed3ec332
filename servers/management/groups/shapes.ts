import Type, { type Static } from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { isProblemCode, type ProblemCode } from '../../../kit/http/statuses.ts';
import { minorToJson } from '../../../kit/money.ts';
import { type Locale, words } from '../../../kit/words/index.ts';
import { OrderShape } from '../orders/shapes.ts';
import { ShopId } from '../shops/shapes.ts';
import { GROUP_STATES, type GroupState } from './group-states.ts';
import { type GroupView, STAGES } from './group-view.ts';
import type { ReadLines } from './read-list.ts';
import type { LineProblem as ListProblem } from './recipient-list.ts';

/** The longest cell that is looked at. */
const CELL_MAX = 200;

const cells = {
  address: Type.String({
    maxLength: CELL_MAX,
    description: 'A phone number in any form, or an email address.',
  }),
  name: Type.String({ maxLength: CELL_MAX }),
  amount: Type.String({
    maxLength: CELL_MAX,
    description: 'As people write it; empty for the amount of the list.',
  }),
};
/** A row of a list as its cells were corrected, with the number of its line. */
export const ListRowShape = closed({ line: Type.Integer({ minimum: 1, maximum: 1_000_000 }), ...cells });

/** A problem of a line, with its words. */
const LineProblemShape = closed({ code: Type.String(), title: Type.String(), detail: Type.String() });

const ListProblemShape = closed({
  ...LineProblemShape.properties,
  cell: Type.Enum(Object.keys(cells) as (keyof typeof cells)[], { description: 'Which cell to correct.' }),
  line: Type.Optional(Type.Integer({ description: 'For `recipient_twice`: the line it duplicates.' })),
});

/** Which cell is to be corrected. */
const CELL_OF_PROBLEM = {
  line_not_understood: 'address',
  line_ambiguous: 'address',
  phone_number_invalid: 'address',
  email_invalid: 'address',
  recipient_twice: 'address',
  recipient_name_missing: 'name',
  name_invalid: 'name',
  amount_invalid: 'amount',
  amount_out_of_range: 'amount',
} as const satisfies Readonly<Record<ListProblem['code'], keyof typeof cells>>;

export const ListShape = closed({
  currency: Currency,
  amount_minor: AmountMinorOrZero,
  look_ups_left: Type.Integer({ description: 'How many more names can be looked up today.' }),
  lines: Type.Array(
    closed({
      line: Type.Integer(),
      typed: Type.String(),
      cells: closed(cells),
      recipient: Type.Optional(
        closed({
          phone: Type.Optional(Type.String()),
          email: Type.Optional(Type.String()),
          name: Type.Optional(Type.String()),
          amount_minor: AmountMinor,
        }),
      ),
      problem: Type.Optional(ListProblemShape),
    }),
  ),
});

const Count = Type.Integer({ minimum: 0 });
const summary = {
  group_id: Id,
  shop_id: ShopId,
  state: Type.Enum(Object.keys(GROUP_STATES) as GroupState[]),
  amount_minor: AmountMinor,
  confirmed_minor: AmountMinorOrZero,
  refunded_minor: AmountMinorOrZero,
  currency: Currency,
  gifts: Count,
  stages: closed({
    preparing: Count,
    waiting: Count,
    accepted: Count,
    returned: Count,
    left_out: Count,
  }),
  message: Type.Optional(Type.String()),
  card_design: Type.Optional(Type.String()),
  deliver_at: Type.Optional(Timestamp),
  action_url: Type.Optional(Type.String()),
  decline_reason: Type.Optional(Type.String()),
  end_reason: Type.Optional(Type.String()),
  confirm_by: Type.Optional(Timestamp),
  created_at: Timestamp,
};
export const GroupSummaryShape = closed(summary);

export const GroupShape = closed({
  ...summary,
  lines: Type.Array(
    closed({
      line: Type.Integer(),
      address: Type.String(),
      name: Type.Optional(Type.String()),
      name_differs: Type.Optional(Type.Boolean()),
      stage: Type.Enum([...STAGES]),
      looking_up: Type.Boolean(),
      problem: Type.Optional(LineProblemShape),
      order: OrderShape,
    }),
  ),
});

type LineProblem = Static<typeof LineProblemShape>;

export function listInWords(
  { lines, amount_minor, ...read }: ReadLines,
  locale: Locale,
): Static<typeof ListShape> {
  return {
    ...read,
    amount_minor: minorToJson(amount_minor),
    lines: lines.map(({ recipient, problem, ...row }) => ({
      ...row,
      ...(recipient === undefined
        ? {}
        : { recipient: { ...recipient, amount_minor: minorToJson(recipient.amount_minor) } }),
      ...(problem === undefined
        ? {}
        : {
            problem: {
              ...inWords(problem.code, locale, problem.extra),
              cell: CELL_OF_PROBLEM[problem.code],
              ...lineIn(problem.extra),
            },
          }),
    })),
  };
}

export function groupInWords({ lines, ...group }: GroupView, locale: Locale): Static<typeof GroupShape> {
  return {
    ...group,
    lines: lines.map(({ problem, ...line }) =>
      problem === undefined ? line : { ...line, problem: inWords(problem, locale) },
    ),
  };
}

function inWords(code: string, locale: Locale, extra?: Readonly<Record<string, unknown>>): LineProblem {
  const known: ProblemCode = isProblemCode(code) ? code : 'internal_error';
  return { code: known, ...words(locale).problem(known, extra) };
}

function lineIn(extra: Readonly<Record<string, unknown>> = {}): { line?: number } {
  return typeof extra.line === 'number' ? { line: extra.line } : {};
}
