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
  'common.show_password': 'Show password',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.back': 'Back',
  'common.save': 'Save',
  'common.again': 'Try again',
  'common.loading': 'Loading…',
  'common.more': 'Show more',
  'common.skip': 'Skip to content',
  'common.menu': 'Menu',
  'common.session_over': 'Your session has expired. Log in again.',
  'common.line_down': 'Can’t reach the server',
  'common.line_down_detail': 'What you entered is still here. Try again in a moment.',
  'common.broken': 'Something went wrong',
  'common.broken_detail':
    'This page can’t be shown. Anything you have already sent or paid is safe. Try again, or go to the home page.',
  'common.required': 'Fill in this field.',
  'common.page_missing': 'Page not found',
  'common.to_start': 'Home',
});
