/** The query of what a business has published, by which everything that changes it has it read anew. */
export const OWN_BUSINESS = ['own-business'] as const;
