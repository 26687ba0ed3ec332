import type { BankReport, FiledReport } from '../port.ts';
import { fromDecimal } from './decimal.ts';
import { fromBankId } from './end-to-end-id.ts';
import { at, type Element, readXml, textAt } from './xml.ts';

/** Statuses that decide a payment; with any other one the bank is still at it. */
const DECIDED: Readonly<Record<string, BankReport['kind']>> = {
  ACSC: 'paid',
  ACCC: 'paid',
  RJCT: 'rejected',
  CANC: 'rejected',
};

/**
 * What a bank's file reports of our payments: a status report (pain.002) or a notification of what was booked (camt.054), of
 * these or neighbouring versions. What it says beside that, and of others' payments, is passed over. Undefined if it is
 * neither, or can't be read, or says of a payment of ours an amount that can't be.
 */
export function readReports(file: Buffer): FiledReport[] | undefined {
  const document = readXml(file);
  if (document?.name !== 'Document') return undefined;
  const [statuses] = at(document, 'CstmrPmtStsRpt');
  const [bookings] = at(document, 'BkToCstmrDbtCdtNtfctn');
  try {
    return statuses === undefined ? bookings && readBookings(bookings) : readStatuses(statuses);
  } catch (error) {
    if (error instanceof UnreadableAmount) return undefined;
    throw error;
  }
}

/** It isn't passed over, because a report without an amount is believed. */
class UnreadableAmount extends Error {}

function readStatuses(report: Element): FiledReport[] {
  const payments = [...at(report, 'OrgnlPmtInfAndSts', 'TxInfAndSts'), ...at(report, 'TxInfAndSts')];
  return [
    ...at(report, 'OrgnlGrpInfAndSts').flatMap((group) => status('batch', group, 'OrgnlMsgId', 'GrpSts')),
    ...at(report, 'OrgnlPmtInfAndSts').flatMap((info) => status('batch', info, 'OrgnlPmtInfId', 'PmtInfSts')),
    ...payments.flatMap((payment) => status('payment', payment, 'OrgnlEndToEndId', 'TxSts')),
  ];
}

function status(of: FiledReport['of'], element: Element, idName: string, statusName: string): FiledReport[] {
  const id = fromBankId(textAt(element, idName) ?? '');
  const kind = DECIDED[textAt(element, statusName) ?? ''];
  if (id === undefined || kind === undefined) return [];
  return [
    {
      of,
      id,
      kind,
      ...moneyOf(at(element, 'OrgnlTxRef', 'Amt', 'InstdAmt')[0]),
      ...reasonOf(element, 'StsRsnInf'),
    },
  ];
}

function readBookings(report: Element): FiledReport[] {
  return at(report, 'Ntfctn', 'Ntry').flatMap((entry) => {
    // In older versions the status is the element's own text.
    const state = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts');
    if (state !== 'BOOK') return [];
    const payments = at(entry, 'NtryDtls', 'TxDtls');
    return payments.flatMap((payment) => booking(entry, payment, payments.length === 1));
  });
}

function booking(entry: Element, payment: Element, isAlone: boolean): FiledReport[] {
  const id = fromBankId(textAt(payment, 'Refs', 'EndToEndId') ?? '');
  const side = textAt(payment, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd');
  if (id === undefined || (side !== 'DBIT' && side !== 'CRDT')) return [];
  const [amount = isAlone ? at(entry, 'Amt')[0] : undefined] = at(payment, 'Amt');
  const kind = side === 'DBIT' ? 'paid' : 'returned';
  return [{ of: 'payment', id, kind, ...moneyOf(amount), ...reasonOf(payment, 'RtrInf') }];
}

function moneyOf(amount: Element | undefined): Pick<BankReport, 'money'> {
  if (amount === undefined) return {};
  const { Ccy: currency = '' } = amount.attributes;
  const amount_minor = fromDecimal(amount.text.trim(), currency);
  if (amount_minor === undefined) throw new UnreadableAmount();
  return { money: { amount_minor, currency } };
}

function reasonOf(element: Element, where: string): Pick<BankReport, 'reason'> {
  const reason = textAt(element, where, 'Rsn', 'Cd') ?? textAt(element, where, 'Rsn', 'Prtry');
  return reason === undefined || reason === '' ? {} : { reason: reason.slice(0, 35) };
}
