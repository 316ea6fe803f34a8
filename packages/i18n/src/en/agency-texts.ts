/** What visitors of an agency's pages read about it, version 1 (daiban-1), until the agency writes its own. Another version whenever a word changes. A blank line parts paragraphs, `## ` begins a heading. Templates, no legal advice. */
export const agencyTexts = {
  'who.with_address': '{{agency}}, {{address}}',
  'who.plain': '{{agency}}',
  'contact.with_email': 'Write to {{email}}, or to the person who looks after your case.',
  'contact.plain': 'Answer any of our mails: it reaches the person who looks after your case.',

  privacy_notice: `## Who is responsible

{{who}}. This page belongs to us. Where your company has asked us to register and look after its WeChat account, we handle data for that purpose and on your company’s behalf, and for nothing else.

## What we handle, and what for

Of contacts at a client: name, work email, role, language, time zone; which page was opened when and by which link; what you write and the papers you bring. We need it to register, verify and renew the account, and to tell you how it stands.

Of the account’s administrator and its operators: name, ID number, phone number and pictures of the ID, because WeChat’s platform wants a real person to answer for the account. These are sensitive data. We use them only with your separate consent for each purpose; the text of each consent says what it covers, and you can take it back.

Of those who ask our public advisor: what you answer there is not kept. If you leave your address, we keep your name, email, company, your words and the question you asked, to write back to you.

Technically: one cookie that keeps your visit open, and none that follows you. Against abuse we count how often an address asks, as an irreversible check sum that is gone after a day.

## Who receives it

Those of us who work on your account. Tencent, and the audit firm that Tencent appoints, receive what their form asks for when it is submitted. Our mail provider carries our mails, which hold no ID numbers and no papers. We sell nothing and show no advertisements. No decision about you is made by a machine alone.

## Outside mainland China

Where our people or our servers are outside mainland China, data are handled there. Sensitive data go abroad only with a consent of their own, and only as far as the law allows; where it asks for a contract or a review, we make that first.

## How it is protected

ID numbers, papers and messages are kept encrypted. Pages show numbers masked; whoever looks at one in full says why, and that is recorded.

## Until when

Pictures of identity papers are deleted {{identityDays}} days after the account is live. Numbers stay while we look after the account. An enquiry is forgotten after {{leadDays}} days. When our work for a client ends, its data are deleted, save what the law makes us keep.

## Your rights

You can ask to see your data and to have a copy, to have them put right, completed or deleted, to have our handling explained, and you can take a consent back at any time; what was done before stays lawful. On your page, “My data” is the shortest way. We answer within {{answerDays}} days, and say why if we cannot do what you ask. You can also complain to the authority for the protection of personal information.

## How to reach us

{{contact}}`,

  accessibility: `## What we aim at

These pages are meant for everybody. They follow the Web Content Accessibility Guidelines 2.2, level AA.

## How it is tested

Each page is checked by a program in English and in Chinese. Every step works with the keyboard alone and is announced to screen readers. Pages work on a screen 360 pixels wide, with large letters, and with animation switched off. What a colour says, a word says too.

## What we know does not work

Papers that others bring may be pictures without text. Pages of WeChat itself are Tencent’s, and we cannot change them; where a scan with a telephone is a hurdle, tell us, and we look for another way together.

## If something stops you

{{contact}} Tell us which page it was and what you wanted to do. We send you what you need in another form, and put the page right.

Last checked on 20 November 2026. Responsible: {{who}}.`,
} as const satisfies Record<string, string>;
