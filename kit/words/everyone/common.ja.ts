import { reading } from '../../format/texts.ts';
import { commonPagesEn } from './common.en.ts';

/** すべての画面に出ることば。 */
export const commonPagesJa = reading(commonPagesEn, {
  'common.brand': 'Seonmul',
  'common.language': '日本語',
  'common.dark': 'ダークモード',
  'common.light': 'ライトモード',
  'common.log_in': 'ログイン',
  'common.log_out': 'ログアウト',
  'common.login': 'ログインID',
  'common.password': 'パスワード',
  'common.show_password': 'パスワードを表示',
  'common.cancel': 'キャンセル',
  'common.close': '閉じる',
  'common.back': '戻る',
  'common.save': '保存',
  'common.again': 'もう一度試す',
  'common.loading': '読み込み中…',
  'common.more': 'もっと見る',
  'common.skip': '本文へ移動',
  'common.menu': 'メニュー',
  'common.session_over': 'ログインの有効期限が切れました。もう一度ログインしてください。',
  'common.line_down': 'サーバーに接続できません',
  'common.line_down_detail': '入力した内容はそのまま残っています。しばらくしてからもう一度お試しください。',
  'common.broken': '問題が発生しました',
  'common.broken_detail':
    'この画面を表示できません。送信やお支払いが済んだものは問題ありません。もう一度試すか、ホームに戻ってください。',
  'common.required': '入力してください。',
  'common.page_missing': 'ページが見つかりません',
  'common.to_start': 'ホームへ',
});
