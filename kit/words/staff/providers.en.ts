import { english } from '../../format/texts.ts';

/** The health of the services that a server depends on. */
export const providersEn = english({
  'providers.title': 'Provider health',
  'providers.intro':
    'The services this server depends on, judged by recent requests. As of {{at, date_time}}.',
  'providers.old': 'These figures are from {{at, date_time}}; they can’t be refreshed right now.',
  'providers.name': 'Provider',
  'providers.state': 'State',
  'providers.last_success': 'Last success',
  'providers.last_failure': 'Last failure',
  'providers.recent': 'Latest requests',
  'providers.counts': '{{succeeded}} OK, {{failed}} failed',
  'providers.waiting': 'Queue',
  'providers.waiting_since': '{{count}}, since {{since, date_time}}',
  'providers.none': 'None',
  'providers.state.working': 'Working',
  'providers.state.failing': 'Failing',
  'providers.state.spared': 'Not responding',
  'providers.state.idle': 'Nothing to report',
  'providers.silent': '{{count}} requests in a row unanswered. Next try {{at, date_time}}.',
  'providers.kind.acquirer': 'Payment provider',
  'providers.kind.bank': 'Bank',
  'providers.kind.operator': 'Mobile operator',
  'providers.kind.texts': 'Text messages',
  'providers.kind.email': 'Email',
  'providers.kind.voice': 'Calls',
  'providers.kind.server': 'Server',
});
