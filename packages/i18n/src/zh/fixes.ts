/** Chinese texts of how to put right what a paper came back for. */
import type { fixes as english } from '../en/fixes.js';
import type { TranslationOf } from '../translation.js';

export const fixes: TranslationOf<typeof english> = {
  blurred: '请将材料放平，拿稳手机，点按文字对焦后再拍。',
  cut_off: '请拉远一些，让四个角都在画面内。',
  glare: '请关闭闪光灯，稍微倾斜材料，或移到窗边拍摄。',
  unreadable: '请在白天自然光下拍摄，避免阴影。',
  too_small: '请发送相机拍摄的原图，不要用缩略图或截屏。',
  edited: '请发送未标注、未加滤镜、未遮挡的原图。',
  expired: '请提供现行有效的材料。',
  expires_too_soon: '请先换发新的，再重新提交。',
  seal_missing: '请加盖公章，确保印文完整清晰，然后重新提交。',
  seal_differs: '请改用与登记名称一致的公章，然后重新提交。',
  signature_missing: '请本人手写签名，然后重新提交。',
  name_differs: '请按登记名称逐字更正（包括括号和空格），然后重新提交。',
  code_differs: '请与执照核对。如果是我们登记有误，请告诉我们；如果是材料有误，请更正后重新提交。',
  wrong_document: '请核对上方的材料名称，提交对应的材料。',
  page_missing: '请提供全部页面，盖有印章的空白背面也要。',
  translation_missing: '请补充中文译文，并由译者盖章。',
  notarisation_missing: '请办理公证，并提供公证书的全部页面。',
  format_not_accepted: '请另存为 JPG、PNG 或 PDF 后重新提交。',
  other: '请按备注处理后重新提交。',
};
