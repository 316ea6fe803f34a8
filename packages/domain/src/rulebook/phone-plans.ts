/** The numbering plans of the world as data, for `normalisePhone`. Not behind the identity door: a browser fetches its own. */
export { default as PHONE_PLANS } from 'libphonenumber-js/min/metadata';
