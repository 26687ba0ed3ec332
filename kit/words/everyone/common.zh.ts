import { reading } from '../../format/texts.ts';
import { commonPagesEn } from './common.en.ts';

/** 所有页面共用的文字。 */
export const commonPagesZh = reading(commonPagesEn, {
  'common.brand': 'Seonmul',
  'common.language': '简体中文',
  'common.dark': '深色模式',
  'common.light': '浅色模式',
  'common.log_in': '登录',
  'common.log_out': '退出登录',
  'common.login': '账号',
  'common.password': '密码',
  'common.show_password': '显示密码',
  'common.cancel': '取消',
  'common.close': '关闭',
  'common.back': '返回',
  'common.save': '保存',
  'common.again': '重试',
  'common.loading': '加载中…',
  'common.more': '查看更多',
  'common.skip': '跳到正文',
  'common.menu': '菜单',
  'common.session_over': '登录已过期，请重新登录。',
  'common.line_down': '无法连接服务器',
  'common.line_down_detail': '您填写的内容还在，请稍后重试。',
  'common.broken': '出了点问题',
  'common.broken_detail': '页面无法显示。已经送出或付款的内容不受影响。请重试，或返回首页。',
  'common.required': '请填写此项。',
  'common.page_missing': '页面不存在',
  'common.to_start': '返回首页',
});
