/** What administrators agree to on their own page, version 1 (daiban-1). Another version whenever a word changes. A blank line parts paragraphs. */
export const consents = {
  admin_identity: `I agree that {{agency}} uses my name, my ID number, my phone number and what I say of my WeChat to register, verify and renew “{{account}}”.

Why: WeChat’s platform wants one administrator by their real name, who confirms with a scan by their own WeChat. Without this I cannot be the administrator.

Who sees it: those at {{agency}} who work on this account; on submission it is filled into the platform’s form and reviewed by Tencent. {{subject}} knows who the administrator is and does not see my ID number.

For how long: the numbers are kept encrypted, pages show only their first and last digits. They stay while {{agency}} looks after the account, for renewals and a change of administrator; they go when that ends or when I ask for it, save what the law says must be kept.

I can take this back on this page at any time. Before submission the case then goes back to its papers and mine are deleted at once; after submission a person at {{agency}} decides what must stop. What was done before stays valid.`,
  identity_documents: `I agree that {{agency}} receives and keeps the pictures of my ID and the other papers of mine that I bring for “{{account}}”.

Why: a second colleague compares the ID with the number that was given, then it is submitted as the platform asks.

Who sees it: those at {{agency}} who check it; after submission, Tencent and the audit firm it appoints. No video of my face is kept, and nobody ever asks for a password or a code.

For how long: the files are kept encrypted and deleted {{days}} days after the account is live; only the proof of the deletion stays.

I can take this back on this page at any time. Before submission the files are deleted at once.`,
  cross_border_transfer: `If people or servers of {{agency}} are outside mainland China, I agree that what the first two say is handed to {{agency}} abroad to handle “{{account}}”.

Why: colleagues abroad fill in, check and follow up. Only what the work needs is handed over, encrypted on the way and where it lies.

Abroad, too, I can ask to see, correct or delete it: on this page, or by writing to {{agency}}.

This one is not required. Without it the others stand all the same; should a step really need it, {{agency}} asks me first.

I can take this back on this page at any time.`,
} as const;
