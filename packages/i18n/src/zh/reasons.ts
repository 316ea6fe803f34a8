/** Chinese texts of why a paper came back; how to put it right stands in `fixes`. */
import type { reasons as english } from '../en/reasons.js';
import type { TranslationOf } from '../translation.js';

export const reasons: TranslationOf<typeof english> = {
  blurred: '图片模糊，小字看不清。',
  cut_off: '页面有一部分没有拍进去。',
  glare: '图片反光，遮住了部分内容。',
  unreadable: '图片过暗或过淡，看不清。',
  too_small: '图片尺寸太小，像素不够。',
  edited: '图片经过编辑。',
  expired: '材料已过期。',
  expires_too_soon: '材料在审核结束前就会到期。',
  seal_missing: '缺少公章。',
  seal_differs: '公章文字与登记名称不一致（包括括号）。',
  signature_missing: '缺少签名。',
  name_differs: '名称与登记名称不完全一致。',
  code_differs: '登记号码与此前提供的不一致。',
  wrong_document: '提交的不是所要求的材料。',
  page_missing: '缺页。',
  translation_missing: '缺少中文译文。',
  notarisation_missing: '缺少公证。',
  format_not_accepted: '微信不接受这种文件。',
  other: '有一处需要更正，具体请看我们的备注。',
};
