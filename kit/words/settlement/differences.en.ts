import { english } from '../../format/texts.ts';

/** The settlement console's page of what payment providers list and our books don't, and the other way round. */
export const differencesEn = english({
  'differences.intro':
    'Every night each payment provider’s own list is compared with our books. Nothing is corrected automatically.',
  'differences.what': 'Difference',
  'differences.kind': 'Kind',
  'differences.ours': 'In our books',
  'differences.theirs': 'At the provider',
  'differences.where': 'Provider and reference',
  'differences.found_at': 'Since',
  'differences.none': 'No differences',
  'differences.none_detail': 'The providers’ lists match our books.',
  'differences.payment': 'View payment',
  'differences.agreed': 'Now matches',
  'differences.changed': 'Replaced by a newer one',
  'differences.dismissed': 'Dismissed: {{reason}}',
  'differences.dismiss_ask':
    'It leaves this list and comes back only if it changes. Your reason stays on record.',
  'differences.now': 'What to do now',
  'differences.now_waiting': 'Nothing yet: it may only be late. We look again tomorrow.',
  'differences.now_missing_at_acquirer':
    'Look for it on {{provider}}’s own page. If it isn’t there either, ask {{provider}}.',
  'differences.now_unknown_to_us':
    'Find out at {{provider}} what it is. If it shouldn’t have happened, have it reversed there.',
  'differences.now_amount_differs': 'Ask {{provider}} why. Our books show what was requested and confirmed.',
  'differences.now_currency_differs':
    '{{provider}} converts this currency. Keep a balance in it there, or don’t take it through {{provider}}.',
  'differences.now_state_differs':
    'It went through at {{provider}} but not here. A retry usually fixes it. If a payment that has ended was charged, refund it at {{provider}}.',
  'differences.now_charged_twice': 'Refund the second charge at {{provider}}.',
  'differences.now_refunded_twice': 'Ask {{provider}} to take the second refund back.',
  'differences.now_payout_differs': 'Compare it with the bank statement, and ask {{provider}} why.',
  'differences.now_movement_changed': 'Ask {{provider}} why its list has changed.',
  'runs.title': 'Comparisons',
  'runs.day': 'Day',
  'runs.provider': 'Payment provider',
  'runs.state': 'State',
  'runs.movements': 'New lines',
  'runs.by': 'Started by',
  'runs.nightly': 'Every night',
  'runs.finished_at': 'Finished',
  'runs.none': 'No comparisons yet',
  'runs.compare': 'Compare now',
  'runs.started': 'The comparison has started.',
});
