import { korean } from '../../format/texts.ts';
import { providersEn } from './providers.en.ts';

export const providersKo = korean(providersEn, {
  'providers.title': '외부 연동 상태',
  'providers.intro':
    '이 서버가 이용하는 곳의 상태예요. 최근 요청을 기준으로 하며, {{at, date_time}} 현재예요.',
  'providers.old': '{{at, date_time}}에 불러온 값이에요. 지금은 새로 불러올 수 없어요.',
  'providers.name': '연동처',
  'providers.state': '상태',
  'providers.last_success': '마지막 성공',
  'providers.last_failure': '마지막 실패',
  'providers.recent': '최근 요청',
  'providers.counts': '성공 {{succeeded}}건, 실패 {{failed}}건',
  'providers.waiting': '대기',
  'providers.waiting_since': '{{count}}건, {{since, date_time}}부터',
  'providers.none': '없음',
  'providers.state.working': '정상',
  'providers.state.failing': '실패',
  'providers.state.spared': '응답 없음',
  'providers.state.idle': '특이 사항 없음',
  'providers.silent': '연속 {{count}}건 무응답. 다음 시도 {{at, date_time}}.',
  'providers.kind.acquirer': '결제사',
  'providers.kind.bank': '은행',
  'providers.kind.operator': '통신사',
  'providers.kind.texts': '문자',
  'providers.kind.email': '이메일',
  'providers.kind.voice': '전화',
  'providers.kind.server': '서버',
});
