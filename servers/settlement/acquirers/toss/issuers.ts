/** Card issuers by Toss Payments' codes (https://docs.tosspayments.com/codes/org-codes). */
const ISSUERS: Readonly<Record<string, string>> = {
  '3K': 'IBK BC',
  '46': 'Gwangju',
  '71': 'Lotte',
  '30': 'KDB',
  '31': 'BC',
  '51': 'Samsung',
  '38': 'MG',
  '41': 'Shinhan',
  '62': 'Shinhyup',
  '36': 'Citi',
  '33': 'Woori',
  W1: 'Woori',
  '37': 'Korea Post',
  '39': 'Savings Bank',
  '35': 'Jeonbuk',
  '42': 'Jeju',
  '15': 'KakaoBank',
  '3A': 'K bank',
  '24': 'Toss Bank',
  '21': 'Hana',
  '61': 'Hyundai',
  '11': 'KB',
  '91': 'NH',
  '34': 'Suhyup',
  '6D': 'Diners',
  '4M': 'Mastercard',
  '3C': 'UnionPay',
  '7A': 'Amex',
  '4J': 'JCB',
  '4V': 'Visa',
};

/** The name under which buyers know a card. */
export function issuerName(code: string): string {
  return ISSUERS[code] ?? 'Card';
}
