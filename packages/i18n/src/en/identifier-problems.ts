/** English texts of what is wrong with a number, an address or a name. */
export const identifierProblems = {
  'resident_id.empty': 'The ID number is missing.',
  'resident_id.first_generation': 'This is a 15-digit ID number of the first generation, which is no longer valid.',
  'resident_id.length': 'An ID number has 18 characters; this one has {{length}}.',
  'resident_id.characters': 'An ID number has digits only, and an X at the very end at most.',
  'resident_id.checksum': 'The ID number’s last character does not fit the others: one of them is wrong.',
  'resident_id.birth_date': 'The date of birth in the ID number does not exist.',
  'resident_id.birth_in_future': 'The date of birth in the ID number lies in the future.',
  'resident_id.under_age': 'The person is under {{years}}; an administrator must be of age.',
  'resident_id.region_unassigned': 'The ID number names a region that does not exist.',
  'resident_id.permit_acceptance_unknown':
    'This is the number of a Hong Kong, Macau or Taiwan residence permit; whether WeChat takes it is not known.',
  'resident_id.permanent_resident_acceptance_unknown':
    'This is the number of a foreigner’s permanent residence card; whether WeChat takes it is not known.',
  'uscc.empty': 'The unified social credit code is missing.',
  'uscc.length': 'A unified social credit code has 18 characters; this one has {{length}}.',
  'uscc.characters': 'A unified social credit code cannot contain: {{characters}}',
  'uscc.checksum': 'The code’s last character does not fit the others: one of them is wrong.',
  'uscc.organisation_checksum': 'The organisation code inside it (characters 9 to 17) does not fit its own check.',
  'uscc.region_unassigned': 'The code names a region that does not exist.',
  'uscc.registry_unknown': 'Which kind of subject registers with a code that begins like this is not known to us.',
  'uscc.subject_mismatch':
    'The code belongs to another kind of body ({{expected:subject_type}}), not to “{{subjectType:subject_type}}”.',
  'organisation_code.empty': 'The organisation code is missing.',
  'organisation_code.length': 'An organisation code has 9 characters; this one has {{length}}.',
  'organisation_code.characters': 'An organisation code has digits and capital letters only.',
  'organisation_code.checksum': 'The organisation code’s last character does not fit the others.',
  'organisation_code.credit_code':
    'This is the 18-character credit code; it holds the organisation code (characters 9 to 17) and is taken in its place.',
  'licence_code.empty': 'The licence code is missing.',
  'licence_code.length': 'A licence code has 13, 15 or 18 characters; this one has {{length}}.',
  'licence_code.characters': 'The licence code contains characters that no such code has.',
  'licence_code.checksum': 'The licence code’s last character does not fit the others: one of them is wrong.',
  'licence_code.superseded': 'This is an old registration number; the 18-character code has replaced it.',
  'licence_code.not_for_subject': 'This form of code is not used by this kind of body.',
  'licence_code.form_unknown': 'The form of this code is not known to us.',
  'licence_code.depends_on_subject':
    'Only public bodies, media and other organisations give this code; the form takes none of this length from a company.',
  'email.empty': 'The email is missing.',
  'email.malformed': 'This is not an email address.',
  'email.several': 'More than one email stands here; an account takes one.',
  'email.local_part': 'The part before the @ is not allowed.',
  'email.domain': 'The part after the @ is not a domain.',
  'email.too_long': 'The email is too long.',
  'email.plus_address': 'The email has a “+” part: WeChat may treat it as the same mailbox.',
  'email.mixed_scripts': 'The email mixes look-alike letters of different alphabets.',
  'email.international':
    'The part before the @ has letters beyond plain Latin ones: few mail servers carry such an address, and whether WeChat does is not known.',
  'phone.empty': 'The phone number is missing.',
  'phone.malformed': 'This is not a phone number.',
  'phone.several': 'More than one phone number stands here.',
  'phone.country_missing': 'The phone number has no country prefix, and we do not know the country.',
  'phone.invalid': 'There is no such phone number in that country.',
  'phone.not_mobile': 'This is not a mobile number; WeChat sends its code by text message.',
  'phone.foreign_acceptance_unknown':
    'This number is not a mainland one; whether the form takes it for a mainland subject is not known.',
  'phone.mainland_for_overseas': 'This is a mainland number; the form of an overseas company asks for a foreign one.',
  'account_name.empty': 'The account name is missing.',
  'account_name.too_short':
    'The account name is too short: {{units}} characters by WeChat’s count, at least {{minUnits}}.',
  'account_name.too_long':
    'The account name is too long: {{units}} characters by WeChat’s count, at most {{maxUnits}}.',
  'account_name.too_long_unverified':
    'The account name has {{units}} characters by WeChat’s count. The published rule stops at {{maxUnits}}, the verification form at {{maxUnitsVerified}}; which of them holds is not known.',
  'account_name.characters': 'The account name contains characters that WeChat does not take: {{characters}}',
  'account_name.space':
    'The account name has a blank in it. The published form leaves blanks out; some accounts have them.',
  'account_name.protected_word': 'The account name contains a word that WeChat protects.',
  'registered_name.empty': 'The registered name is missing.',
  'registered_name.too_short':
    'The name is too short for the bank transfer’s form: it weighs {{weight}}, at least {{min}} is asked for.',
  'registered_name.too_long':
    'The name is too long for the bank transfer’s form: it weighs {{weight}}, at most {{max}} is taken.',
  'registered_name.brackets': 'WeChat’s form turns full-width brackets into plain ones before it compares.',
} as const satisfies Record<string, string>;
