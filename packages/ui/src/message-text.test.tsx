import { describe, expect, test } from '@jest/globals';
import { splitLinks } from './message-text.js';

const linksIn = (body: string) => splitLinks(body).flatMap(({ href }) => href ?? []);

describe('a link in a message', () => {
  test('is followed when it is https and stands there whole', () => {
    expect(splitLinks('See https://mp.weixin.qq.com/cgi-bin/home?t=1. Thanks')).toEqual([
      { text: 'See ', href: null },
      { text: 'https://mp.weixin.qq.com/cgi-bin/home?t=1', href: 'https://mp.weixin.qq.com/cgi-bin/home?t=1' },
      { text: '. Thanks', href: null },
    ]);
    expect(linksIn('请看https://kf.qq.com/faq，谢谢')).toEqual(['https://kf.qq.com/faq']);
  });

  test.each([
    'http://mp.weixin.qq.com',
    'javascript:alert(1)',
    'data:text/html,hello',
    'https://user@evil.example/',
    'https://mp.weixin.qq.com@evil.example',
    'https://mp.weіxin.qq.com/',
    'https://MP.weixin.qq.com/',
    'https://a.example/../b',
    'www.example.com',
    '<a href="https://a.example">x</a>https:/b',
  ])('stays words when it is %s', (body) => {
    expect(linksIn(body).filter((href) => href !== 'https://a.example')).toEqual([]);
    expect(
      splitLinks(body)
        .map(({ text }) => text)
        .join(''),
    ).toBe(body);
  });

  test('never loses or adds a letter', () => {
    const body = 'a https://a.example/ b\nhttps://b.example/x?y=1#z) c';
    expect(
      splitLinks(body)
        .map(({ text }) => text)
        .join(''),
    ).toBe(body);
    expect(linksIn(body)).toEqual(['https://a.example/', 'https://b.example/x?y=1#z']);
  });
});
