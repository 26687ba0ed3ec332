/** The query of who is logged in, how far their log-in has come, and what second factor they have. */
export const WHO = ['who'];
