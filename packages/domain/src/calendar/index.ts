/** Door of calendar: calendar dates, Shanghai's day and Chinese working days; pure arithmetic, safe for the browser. */
export * from './build-work-calendar.js';
export * from './calendar-date.js';
export * from './check-work-year.js';
export * from './instant.js';
export * from './parse-day-list.js';
export * from './working-days.js';
