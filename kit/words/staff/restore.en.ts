import { english } from '../../format/texts.ts';

/** After a restore: how it went, and what could not be had again (docs/operations/restore.md). */
export const restorePagesEn = english({
  'restore.title': 'Restore',
  'restore.intro':
    'What the last restore from a backup brought back from other servers, and what it left for people to settle.',
  'restore.never': 'This database was never restored from a backup.',
  'restore.never_detail': 'If it ever is, what can’t be brought back is listed here.',
  'restore.restored': 'Restored from a backup, noted on {{at, date_time}}.',
  'restore.noticed':
    'Restored from a backup, noticed on {{at, date_time}} because {{party}} held what was missing.',
  'restore.fetching': 'The server is closed while it fetches what other servers hold.',
  'restore.whole': 'Everything that other servers hold was back by {{at, date_time}}.',
  'restore.since': 'Other servers were asked for everything since {{at, date_time}}.',
  'restore.none': 'Nothing left to settle',
  'restore.none_detail': 'Everything could be brought back.',
  'restore.party': 'Server',
  'restore.subject': 'About',
  'restore.found_at': 'Found',
  'restore.outcome': 'Outcome',
  'restore.settle': 'Settle',
  'restore.settle_of': 'Settle {{what}}',
  'restore.settle_all': 'Settle all',
  'restore.settle_all_of': 'Settle all: {{what}}',
  'restore.settle_ask':
    'Say what you found and did. It stays on record with your name, and the alarm ends with the last one.',
  'restore.settled': 'Settled.',
  'restore.finding_no': 'finding {{no}}',
  'restore.unknown_kind': 'See the restore page of the documentation.',

  'restore.kind.message_not_restored': 'Gifts without their message',
  'restore.do.message_not_restored':
    'The gift is back. The buyer’s message and card design are gone; nobody has to do anything.',
  'restore.kind.member_not_restored': 'Members without contact details',
  'restore.do.member_not_restored':
    'They signed up after the backup. Name and member number are back; contact details, password and phone PIN are not. Help them register again when they call.',
  'restore.kind.buyer_unknown': 'Payments of unknown buyers',
  'restore.do.buyer_unknown':
    'Whoever paid signed up after the backup, and no gift was registered. If settlement captured the payment, refund it there.',
  'restore.kind.recipient_lost': 'Paid, but no shop has the gift',
  'restore.do.recipient_lost':
    'The payment is being refunded and the buyer is told. Check that the refund arrives.',
  'restore.kind.certificate_not_asked_for': 'Paid, but the shop was not asked',
  'restore.do.certificate_not_asked_for':
    'The restore went on without this shop. Ask it whether it has the gift, and refund the payment if not.',
  'restore.kind.gifts_of_group_lost': 'Groups paid for more gifts than shops have',
  'restore.do.gifts_of_group_lost': 'Refund this much of the group’s payment at settlement.',
  'restore.kind.payout_uses_unknown': 'Payouts whose redemptions were not found',
  'restore.do.payout_uses_unknown':
    'Nothing is paid to this shop until you settle it. Compare the payout with the shop’s statement first: what it covered would be paid again.',
  'restore.kind.call_not_repeated': 'Requests that don’t fit what is here',
  'restore.do.call_not_repeated': 'Compare the gift at the other server with ours.',
  'restore.kind.call_not_signed_by_us': 'Requests without our signature',
  'restore.do.call_not_signed_by_us':
    'Our key was changed since, or the request isn’t ours. Ask the other server for it.',
  'restore.kind.notices_come_later': 'Redemptions come with the next one',
  'restore.do.notices_come_later':
    'This shop’s version can’t be asked to report again. It does so automatically with the next redemption.',

  'restore.kind.entry_not_restored': 'Certificate entries that were never reported',
  'restore.do.entry_not_restored': 'An extension, a hand-over or an opening by a clerk. Ask the holder.',
  'restore.kind.hand_over_not_restored': 'Certificates that were handed over',
  'restore.do.hand_over_not_restored': 'Find out whose it is before it is used.',
  'restore.kind.store_known_by_name': 'Stores known only by name',
  'restore.do.store_known_by_name': 'Enter the store’s address and terminals.',
  'restore.kind.entry_taken': 'Sold before the restore was noticed',
  'restore.do.entry_taken': 'Compare with management, which lists the sale as doubtful.',
  'restore.kind.used_more_than_left': 'Used twice',
  'restore.do.used_more_than_left':
    'The brand bears the difference. The use is kept as reported and doesn’t change the balance.',
  'restore.kind.expired_with_less_left': 'Expired with less left',
  'restore.do.expired_with_less_left': 'It was used before the restore was noticed. Compare with management.',
  'restore.kind.reversal_without_use': 'Reversals without a use',
  'restore.do.reversal_without_use': 'Compare with management.',
  'restore.kind.certificate_unknown': 'Certificates that could not be registered again',
  'restore.do.certificate_unknown': 'Look at the gift in management’s console.',
  'restore.kind.kind_unknown': 'Facts of a later version',
  'restore.do.kind_unknown': 'Upgrade this server, then restore again.',
  'restore.kind.call_refused': 'Done then, refused now',
  'restore.do.call_refused': 'Compare with the server that asked for it.',
  'restore.kind.batch_forgotten': 'Batches that management has forgotten',
  'restore.do.batch_forgotten': 'Restore from a later backup.',
  'restore.kind.batch_not_signed_by_us': 'Batches without our signature',
  'restore.do.batch_not_signed_by_us': 'Our key was changed since. Ask management for the batch.',
  'restore.kind.batches_not_kept': 'The server can’t say what it received',
  'restore.do.batches_not_kept': 'Have it upgraded, then note the restore again.',
  'restore.kind.calls_not_kept': 'The server can’t say what it did',
  'restore.do.calls_not_kept': 'Have it upgraded, then note the restore again.',
  'restore.kind.party_restoring': 'This server was being restored, too',
  'restore.do.party_restoring':
    'It may have lost some of what was asked for. Compare with the payment provider’s list.',
  'restore.kind.party_not_asked': 'Servers that were not asked',
  'restore.do.party_not_asked': 'Somebody went on without it. Compare once it can be reached.',

  'restore.kind.payment_method_not_restored': 'Cards that are gone',
  'restore.do.payment_method_not_restored': 'The payment is back. The card’s owner enters it again.',
  'restore.kind.acquirer_not_known': 'Payments no provider knows of',
  'restore.do.acquirer_not_known': 'Look for the payment’s ID at each payment provider, and book it by hand.',
  'restore.kind.acquirer_reference_not_restored': 'The provider’s reference is missing',
  'restore.do.acquirer_reference_not_restored':
    'Find the payment at the provider by amount and time, and enter its reference on the payment’s page.',
  'restore.kind.payout_maybe_sent': 'Payouts the bank may already have made',
  'restore.do.payout_maybe_sent':
    'Ask the bank. If it made the payment, hand in its report. If not, two people approve the payout again.',
  'restore.kind.payout_account_not_known': 'The payout account is missing',
  'restore.do.payout_account_not_known': 'Enter and confirm the account, and compare it with the bank.',
  'restore.kind.account_ended_since': 'A payout account that is no longer used',
  'restore.do.account_ended_since':
    'Ask the shop which account its payouts go to now, enter it and have it confirmed.',
  'restore.kind.ended_accounts_not_told': 'The shop can’t say which accounts have ended',
  'restore.do.ended_accounts_not_told':
    'Ask the shop whether its account is still right before you approve payouts.',
  'restore.kind.refund_not_covered': 'More refunded than is here',
  'restore.do.refund_not_covered': 'Compare with the payment provider’s list.',
  'restore.kind.payment_unknown': 'Payments that can’t be booked',
  'restore.do.payment_unknown': 'Compare with the payer.',
  'restore.kind.call_not_answered_by_us': 'Answers without our signature',
  'restore.do.call_not_answered_by_us':
    'Our key was changed since, or the payer has forgotten the answer. Compare with the payer.',
});
