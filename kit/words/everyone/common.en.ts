import { english } from '../../format/texts.ts';

/** What every page says. */
export const commonPagesEn = english({
  'common.brand': 'Seonmul',
  'common.language': '한국어',
  'common.dark': 'Dark',
  'common.light': 'Light',
  'common.log_in': 'Log in',
  'common.log_out': 'Log out',
  'common.login': 'Login',
  'common.password': 'Password',
  'common.show_password': 'Show the password',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.back': 'Back',
  'common.save': 'Save',
  'common.again': 'Try again',
  'common.loading': 'Loading…',
  'common.more': 'Show more',
  'common.skip': 'Skip to the content',
  'common.menu': 'Menu',
  'common.session_over': 'Your session is over. Please log in again.',
  'common.line_down': 'The server can’t be reached',
  'common.line_down_detail': 'What you typed is still here. Try again in a moment.',
  'common.broken': 'This page can’t be shown',
  'common.broken_detail':
    'Something went wrong on our side. What you have already sent or paid is safe. Please try again, or go back to the start.',
  'common.required': 'Please fill this in.',
  'common.page_missing': 'There is no such page',
  'common.to_start': 'To the start',
});
