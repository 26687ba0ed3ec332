import { english } from '../../format/texts.ts';

/** Views of lists that staff save. */
export const listsEn = english({
  'views.title': 'Views',
  'views.none': 'No saved views yet',
  'views.save': 'Save current filters',
  'views.save_hint':
    'Only you see this view. A view of the same name is replaced. Search terms aren’t saved, since they may be personal data.',
  'views.name': 'Name',
  'views.saved': 'Saved as “{{name}}”.',
  'views.delete': 'Delete views',
  'views.delete_one': 'Delete',
  'views.delete_of': 'Delete {{name}}',
});
