/** Chinese texts that administrators agree to on their own page, version 1 (daiban-1). Another version whenever a word changes. */
import type { consents as english } from '../en/consents.js';
import type { TranslationOf } from '../translation.js';

export const consents: TranslationOf<typeof english> = {
  admin_identity: `我同意{{agency}}为“{{account}}”的注册、验证和年审，使用我的姓名、证件号码、手机号和微信绑定情况。

为什么需要：微信公众平台要求账号有一名实名管理员，并由本人用微信扫码确认。没有这些信息，就不能由我担任管理员。

谁会看到：{{agency}}中办理此账号的人员；提交时，信息按平台页面填写，由腾讯审核。{{subject}}知道管理员是谁，看不到我的证件号码。

保存多久：号码加密保存，页面上只显示首尾几位。{{agency}}代办期间保留，供年审和更换管理员时使用；不再代办，或我要求删除时，即行删除，依法必须留存的除外。

我可以随时在本页撤回。提交前撤回，办理退回准备材料阶段，我的材料随即删除；提交后撤回，由{{agency}}的负责人决定哪些事必须停止。撤回以前已经办完的事，仍然有效。`,
  identity_documents: `我同意{{agency}}接收并保存我为“{{account}}”提供的证件照片和其他本人材料。

为什么需要：由另一位同事核对证件与所填号码是否一致，再按平台要求提交。

谁会看到：{{agency}}中负责核对的人员；提交后，还有腾讯及其委托的审核机构。不收集人脸视频，也绝不会索要密码或验证码。

保存多久：文件加密保存，账号开通 {{days}} 天后自动删除，只留下已删除的凭证。

我可以随时在本页撤回。提交前撤回，这些文件随即删除。`,
  cross_border_transfer: `如果{{agency}}的人员或服务器在中国大陆以外，我同意为办理“{{account}}”，把前两项所说的信息提供到境外，由{{agency}}接收。

为什么需要：境外的同事要代为填写、核对和跟进。只提供办理所必需的内容，传输和保存时均加密。

我在境外同样可以要求查看、更正、删除这些信息：在本页提出，或直接联系{{agency}}。

这一项不是必选。不同意也不影响其他各项；若某一步确实必须出境，{{agency}}会先来与我商量。

我可以随时在本页撤回。`,
};
