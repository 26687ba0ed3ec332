/** Purposes of calls that are not retried: nobody waits for the answer any more, and nobody is looked up behind a buyer's back. */
export const ASKED_ONCE = ['look_up_member', 'set_up_payment_method'];
