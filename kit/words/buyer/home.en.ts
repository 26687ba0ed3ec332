import { english } from '../../format/texts.ts';

/** The buyer's first page, and the bar at the bottom. */
export const buyerHomeEn = english({
  'home.occasions': 'What’s the occasion?',
  'home.for_birthday': 'Birthday',
  'home.for_thanks': 'Thank you',
  'home.for_congratulations': 'Congrats',
  'home.for_holiday': 'Holiday',
  'home.for_flowers': 'Get well',
  'home.for_plain': 'Just because',
  'home.people': 'People you’ve given to',
  'home.give_to': 'Send a gift to {{name}}, {{address}}',
  'home.edit_person': 'Favourite and birthday: {{name}}',
  'home.favourite': 'Favourite',
  'home.favourite_what': 'Favourites come first.',
  'home.birthday_month': 'Birthday: month',
  'home.birthday_day': 'Day',
  'home.not_noted': 'Not set',
  'home.remind': 'Remind me 7 days before',
  'home.remind_what': 'Once a year, by email or text message, never by phone call.',
  'home.birthday_on': 'Birthday: {{day}}',
  'home.person_saved': 'Saved.',
  'home.brands': 'Shops',
  'home.places': 'Main pages',
  'home.place_home': 'Home',
  'home.place_give': 'Send',
});
