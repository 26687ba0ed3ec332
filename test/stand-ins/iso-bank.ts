import { fromDecimal } from '../../servers/settlement/banks/file/decimal.ts';
import { at, readXml, textAt } from '../../servers/settlement/banks/file/xml.ts';

/** A payment as the bank reads it from the file. */
export type ReadPayment = {
  end_to_end_id: string;
  amount: string;
  amount_minor: bigint | undefined;
  currency: string;
  account: string;
  bank_code: string | undefined;
  holder: string | undefined;
};

/** A bank that gets files of ISO 20022 and answers in files. It makes each payment once, by its end-to-end id. */
export function anIsoBank() {
  const payments = new Map<string, ReadPayment>();
  return {
    payments,
    /** Takes pain.001.001.09. Throws for what a bank would refuse. */
    take(file: string): void {
      const document = readXml(Buffer.from(file));
      if (document?.attributes.xmlns !== 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09')
        throw new Error('This is not pain.001.001.09.');
      const [info, ...others] = at(document, 'CstmrCdtTrfInitn', 'PmtInf');
      if (info === undefined || others.length > 0) throw new Error('One block of payments is expected.');
      const transfers = at(info, 'CdtTrfTxInf');
      const read = transfers.map((transfer): ReadPayment => {
        const [amount] = at(transfer, 'Amt', 'InstdAmt');
        const currency = amount?.attributes.Ccy ?? '';
        const id = textAt(transfer, 'PmtId', 'EndToEndId') ?? '';
        if (id === '' || id.length > 35) throw new Error('An end-to-end id has 1 to 35 characters.');
        return {
          end_to_end_id: id,
          amount: amount?.text ?? '',
          amount_minor: fromDecimal(amount?.text ?? '', currency),
          currency,
          account:
            textAt(transfer, 'CdtrAcct', 'Id', 'IBAN') ??
            textAt(transfer, 'CdtrAcct', 'Id', 'Othr', 'Id') ??
            '',
          bank_code: textAt(transfer, 'CdtrAgt', 'FinInstnId', 'ClrSysMmbId', 'MmbId'),
          holder: textAt(transfer, 'Cdtr', 'Nm'),
        };
      });
      for (const head of [...at(document, 'CstmrCdtTrfInitn', 'GrpHdr'), info]) {
        const sum = read.reduce((total, { amount_minor = 0n }) => total + amount_minor, 0n);
        if (textAt(head, 'NbOfTxs') !== String(read.length))
          throw new Error('The number of payments is wrong.');
        if (fromDecimal(textAt(head, 'CtrlSum') ?? '', read[0]?.currency ?? '') !== sum)
          throw new Error('The control sum is wrong.');
      }
      for (const payment of read)
        if (!payments.has(payment.end_to_end_id)) payments.set(payment.end_to_end_id, payment);
    },
    idOf(payoutId: string): string {
      return payoutId.replaceAll('-', '');
    },
  };
}

/** A status report (pain.002.001.10), with what readers must pass over. */
export function aStatusReport(
  payments: readonly { id: string; status: string; reason?: string }[],
  group?: { id: string; status: string; reason?: string },
): Buffer {
  const reasonOf = (reason?: string) =>
    reason === undefined
      ? ''
      : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn><AddtlInf>text</AddtlInf></StsRsnInf>`;
  const ofGroup =
    group === undefined
      ? '<OrgnlMsgId>x</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>'
      : `<OrgnlMsgId>${group.id}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>${group.status}</GrpSts>${reasonOf(group.reason)}`;
  const each = payments.map(
    ({ id, status, reason }) =>
      `<TxInfAndSts><OrgnlInstrId>${id}</OrgnlInstrId><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>${reasonOf(reason)}</TxInfAndSts>`,
  );
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<ns:Document xmlns:ns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><ns:CstmrPmtStsRpt>
<ns:GrpHdr><ns:MsgId>1</ns:MsgId><ns:Later>not of this version</ns:Later></ns:GrpHdr>
<ns:OrgnlGrpInfAndSts>${prefixed(ofGroup)}</ns:OrgnlGrpInfAndSts>
<ns:OrgnlPmtInfAndSts><ns:OrgnlPmtInfId>x</ns:OrgnlPmtInfId>${prefixed(each.join(''))}</ns:OrgnlPmtInfAndSts>
</ns:CstmrPmtStsRpt></ns:Document>`);
}

function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[A-Z])/g, '<$1ns:');
}

type Booked = {
  id: string;
  side: 'DBIT' | 'CRDT';
  amount: string;
  currency: string;
  state?: string;
  reason?: string;
};

/** A notification of what was booked (camt.054.001.08): one entry for each, and one that is somebody else's. */
export function aNotification(booked: readonly Booked[]): Buffer {
  const others: Booked = { id: 'NOTPROVIDED', side: 'CRDT', amount: '7.00', currency: 'KRW' };
  const entries = [...booked, others].map(
    ({ id, side, amount, currency, state = 'BOOK', reason }) => `
<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>${state}</Cd></Sts><BkTxCd/>
<NtryDtls><TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>
${reason === undefined ? '' : `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`}</TxDtls></NtryDtls></Ntry>`,
  );
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
<GrpHdr><MsgId>1</MsgId></GrpHdr><Ntfctn><Id>1</Id>${entries.join('')}</Ntfctn>
</BkToCstmrDbtCdtNtfctn></Document>`);
}
