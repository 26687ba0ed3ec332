/** The last four digits of a card's number as a provider masks it; a digit that is masked is `*`. */
export function lastDigits(masked: string): string {
  return masked
    .replace(/[^0-9*]/g, '')
    .slice(-4)
    .padStart(4, '*');
}
