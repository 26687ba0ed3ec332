import { koreanDayOf } from '../../../../kit/clock.ts';
import type { BankAccount } from '../../../../kit/typed/bank-account.ts';
import type { BankPayment, Batch } from '../port.ts';
import { toDecimal } from './decimal.ts';
import { toBankId } from './end-to-end-id.ts';
import { escapeXml } from './xml.ts';

/** Whose money is sent, and from which account. */
export type Debtor = {
  name: string;
  account: { iban: string; bic?: string | undefined } | { bank_code: string; number: string };
};

/**
 * A batch as ISO 20022's message pain.001.001.09. The same batch is always written in the same bytes, and its ids are ours, so
 * a bank that gets it twice sees that it has it already.
 */
export function creditTransfers(debtor: Debtor, { batch_id, created_at, payments }: Batch): Buffer {
  const currency = payments[0]?.currency ?? '';
  const sum = toDecimal(
    payments.reduce((total, { amount_minor }) => total + amount_minor, 0n),
    currency,
  );
  const totals = `<NbOfTxs>${payments.length}</NbOfTxs><CtrlSum>${sum}</CtrlSum>`;
  const id = toBankId(batch_id);
  const name = escapeXml(debtor.name);
  const at = created_at.toISOString();
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
<CstmrCdtTrfInitn>
<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${at}</CreDtTm>${totals}<InitgPty><Nm>${name}</Nm></InitgPty></GrpHdr>
<PmtInf>
<PmtInfId>${id}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>false</BtchBookg>${totals}
<ReqdExctnDt><Dt>${koreanDayOf(created_at)}</Dt></ReqdExctnDt>
<Dbtr><Nm>${name}</Nm></Dbtr>
${debtorAccount(debtor.account, currency)}
${payments.map(creditTransfer).join('\n')}
</PmtInf>
</CstmrCdtTrfInitn>
</Document>
`);
}

function creditTransfer({ payout_id, amount_minor, currency, account, holder }: BankPayment): string {
  const id = toBankId(payout_id);
  const amount = `<InstdAmt Ccy="${currency}">${toDecimal(amount_minor, currency)}</InstdAmt>`;
  return `<CdtTrfTxInf><PmtId><InstrId>${id}</InstrId><EndToEndId>${id}</EndToEndId></PmtId><Amt>${amount}</Amt>
${creditorAccount(account, escapeXml(holder))}
<RmtInf><Ustrd>${payout_id}</Ustrd></RmtInf></CdtTrfTxInf>`;
}

function creditorAccount(account: BankAccount, holder: string): string {
  const creditor = `<Cdtr><Nm>${holder}</Nm></Cdtr>`;
  if (account.kind === 'iban')
    return `${creditor}<CdtrAcct><Id><IBAN>${account.number}</IBAN></Id></CdtrAcct>`;
  return `<CdtrAgt>${koreanBank(account.bank_code)}</CdtrAgt>${creditor}<CdtrAcct>${otherId(account.number)}</CdtrAcct>`;
}

function debtorAccount(account: Debtor['account'], currency: string): string {
  const [id, bank] =
    'iban' in account
      ? [`<Id><IBAN>${account.iban}</IBAN></Id>`, internationalBank(account.bic)]
      : [otherId(account.number), koreanBank(account.bank_code)];
  return `<DbtrAcct>${id}<Ccy>${currency}</Ccy></DbtrAcct><DbtrAgt>${bank}</DbtrAgt>`;
}

/** The codes of three digits are of the Korea Financial Telecommunications and Clearings Institute. */
function koreanBank(code: string): string {
  const system = '<ClrSysId><Prtry>KFTC</Prtry></ClrSysId>';
  return `<FinInstnId><ClrSysMmbId>${system}<MmbId>${code}</MmbId></ClrSysMmbId></FinInstnId>`;
}

function internationalBank(bic: string | undefined): string {
  const id = bic === undefined ? '<Othr><Id>NOTPROVIDED</Id></Othr>' : `<BICFI>${bic}</BICFI>`;
  return `<FinInstnId>${id}</FinInstnId>`;
}

function otherId(number: string): string {
  return `<Id><Othr><Id>${number}</Id></Othr></Id>`;
}
