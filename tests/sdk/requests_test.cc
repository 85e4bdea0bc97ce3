// The requests module: what is sent, redirects, cookies, refused arguments, errors.
#include "tests/sdk/support.h"

namespace belljar::testing {
namespace {

constexpr const char* kImports =
    "import requests\nfrom requests.auth import HTTPBasicAuth\n"
    "CaseInsensitiveDict = requests.structures.CaseInsensitiveDict\n";

TEST(Requests, RedirectsCarryCookiesButNotAuthorization) {
  EXPECT_EQ(printed(kImports,
                    "s = requests.Session()\n"
                    "r = s.get('https://A.example/x/../y?q=1#frag', params={'a b': [1, None, 'é']},"
                    " auth=HTTPBasicAuth('u', 'p'))\n"
                    "print(r, r.url, r.history, r.text, s.cookies.get_dict())\n"
                    "print('Authorization' in r.request.headers, 'Cookie' in r.request.headers)",
                    R"({"http": [
    {"request": {"method": "GET", "url": "https://a.example/y?q=1&a+b=1&a+b=%C3%A9",
                 "headers": {"Authorization": "Basic dTpw"}},
     "reply": {"status": 302, "headers": {"Location": "/z", "Set-Cookie":
               "sid=1; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=/, t=\"2\"; HttpOnly"}}},
    {"request": {"method": "GET", "url": "https://a.example/z",
                 "headers": {"Cookie": "sid=1; t=\"2\"", "Authorization": "Basic dTpw"}},
     "reply": {"status": 301, "headers": {"Location": "https://b.example"}}},
    {"request": {"method": "GET", "url": "https://b.example/"}, "reply": {"text": "done"}}]})"),
            "<Response [200]> https://b.example#frag [<Response [302]>, <Response [301]>] done "
            "{'sid': '1', 't': '\"2\"'}\nFalse False\n");
}

TEST(Requests, RedirectedPostBecomesGet) {
  EXPECT_EQ(printed(kImports,
                    "r = requests.post('https://a.example/', json={'k': 1})\n"
                    "print(r.request.method, r.request.body, r.status_code)\n"
                    "r = requests.post('https://a.example/', data='x')\n"
                    "print(r.request.method, r.request.body)\n"
                    "requests.get('https://a.example/loop')",
                    R"({"http": [
    {"request": {"method": "POST", "url": "https://a.example/", "json": {"k": 1}},
     "reply": {"status": 303, "headers": {"Location": "done"}}},
    {"request": {"method": "GET", "url": "https://a.example/done"}, "reply": {"text": "x"}},
    {"request": {"method": "POST", "url": "https://a.example/", "body": "x"}, "times": 1,
     "reply": {"status": 307, "headers": {"Location": "/keep"}}},
    {"request": {"method": "POST", "url": "https://a.example/keep", "body": "x"},
     "reply": {"text": "x"}},
    {"request": {"method": "GET", "url": "https://a.example/loop"}, "times": "*",
     "reply": {"status": 302, "headers": {"Location": "/loop"}}}]})"),
            "GET None 200\nPOST x\nTooManyRedirects: Exceeded 30 redirects.\n");
}

struct Row {
  const char* body;
  const char* output;
};
class RequestErrors : public ::testing::TestWithParam<Row> {};
TEST_P(RequestErrors, Prints) { EXPECT_EQ(printed(kImports, GetParam().body), GetParam().output); }
constexpr Row kRows[] = {
    {"requests.get('https://a.example', verify=False)",
     "ValueError: requests: verify= is refused: certificates are always checked, by the host's "
     "list\n"},
    {"s = requests.Session()\ns.verify = False\ns.get('https://a.example')",
     "ValueError: requests: verify= and cert= are refused: certificates are always checked, by the "
     "host's list\n"},
    {"requests.get('https://a.example', proxies={'https': 'x'})",
     "ValueError: requests: proxies= is refused: the host decides on the way out\n"},
    {"requests.get('https://a.example', bogus=1)",
     "TypeError: Session.request() got an unexpected keyword argument 'bogus'\n"},
    {"requests.get('https://a.example', headers={'X': 5})",
     "InvalidHeader: Header part (5) from {'X': 5} must be of type str or bytes, not <class "
     "'int'>\n"},
    {"requests.get('https://a.example', headers={'X': 'a\\nb'})",
     "InvalidHeader: Invalid leading whitespace, reserved character(s), or returncharacter(s) in "
     "header value: 'a\\nb'\n"},
    {"requests.get('https://')", "InvalidURL: Invalid URL 'https://': No host supplied\n"},
    {"requests.get('https://*.a.example')", "InvalidURL: URL has an invalid label.\n"},
    {"requests.get()", "TypeError: get() missing 1 required positional argument: 'url'\n"},
    {"requests.request('G T', 'https://a.example')",
     "ValueError: method can't contain control characters. 'G T' (found at least ' ')\n"},
    {"requests.post('https://a.example', json={'a': float('nan')})",
     "InvalidJSONError: Out of range float values are not JSON compliant\n"},
    {"requests.post('https://a.example', data=5)",
     "ValueError: requests: data= takes text, bytes, a dict or a list of pairs; streaming is "
     "refused\n"},
    {"requests.get('https://a.example/' + 'x' * 9000)", "InvalidURL: Invalid URL: too long\n"},
    {"requests.get('https://a.example')", "effect refused: http.request\n"},
    {"print(requests.codes.not_found, requests.codes['teapot'], requests.codes['x'])",
     "404 418 None\n"},
    {"h = CaseInsensitiveDict({'Content-Type': 'a'})\nh['X-a'] = 'b'\n"
     "print(h, h['content-TYPE'], 'x-A' in h, list(h), h == {'content-type': 'a', 'x-A': 'b'})\n"
     "h['no']",
     "{'Content-Type': 'a', 'X-a': 'b'} a True ['Content-Type', 'X-a'] True\nKeyError: 'no'\n"},
};
INSTANTIATE_TEST_SUITE_P(Rows, RequestErrors, ::testing::ValuesIn(kRows));

TEST(Requests, ResponsesAreRead) {
  EXPECT_EQ(
      printed(kImports,
              "r = requests.get('https://a.example/')\n"
              "print(r.links, r.elapsed, r.encoding, list(r.iter_lines()), r.content[:3])\n"
              "print(r.reason, r.ok, bool(r), [bytes(c) for c in r.iter_content(3)])\n"
              "r.encoding = 'latin-1'\nprint(r.text)\n"
              "try:\n    r.json()\nexcept requests.exceptions.JSONDecodeError as e:\n"
              "    print(e, e.pos, isinstance(e, ValueError))\n"
              "r = requests.get('https://a.example/404')\n"
              "try:\n    r.raise_for_status()\nexcept requests.HTTPError as e:\n"
              "    print(e.response is r, e.request.url, repr(e))",
              R"({"http": [{"request": {"method": "GET", "url": "https://a.example/"}, "reply":
    {"status": 200, "text": "é\nb", "headers": {"Link":
     "<https://a/?page=2>; rel=\"next\", <https://a/?page=9>; rel=last"}}},
    {"request": {"method": "GET", "url": "https://a.example/404"}, "reply": {"status": 404}}]})"),
      "{'next': {'url': 'https://a/?page=2', 'rel': 'next'}, 'last': {'url': 'https://a/?page=9', "
      "'rel': 'last'}} 0:00:00 utf-8 [b'\\xc3\\xa9', b'b'] b'\\xc3\\xa9\\n'\n"
      "OK True True [b'\\xc3\\xa9\\n', b'b']\nÃ©\nb\n"
      "Expecting value: line 1 column 1 (char 0) 0 True\n"
      "True https://a.example/404 HTTPError('404 Client Error: Not Found for url: "
      "https://a.example/404')\n");
}

}  // namespace
}  // namespace belljar::testing
