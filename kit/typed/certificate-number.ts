import { isCertificateNumber } from '../check-digits.ts';
import { done, type Result, refuse } from '../result.ts';
import { groupedDigits } from './digits.ts';

/** Parses a certificate's number as it is printed, typed, pasted or scanned: 16 digits in any groups, the last a check digit. */
export function parseCertificateNumber(raw: string): Result<string, 'certificate_number_invalid'> {
  const number = groupedDigits(raw);
  return number !== undefined && isCertificateNumber(number)
    ? done(number)
    : refuse('certificate_number_invalid');
}
