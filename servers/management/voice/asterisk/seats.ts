/** How many processes can take calls at once: so many applications does the dialplan try (ADR 13). */
export const SEATS = 8;
