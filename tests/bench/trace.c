// SPDX-License-Identifier: MIT
// A trace of SIP calls as sngrep or ngrep save it, the same bytes on every run: `trace MEGABYTES > FILE`.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { MEGABYTES_MAX = 100000, RARE = 100 };

/** What fails a call now and then, and how often in a thousand calls. */
static const struct ending {
	unsigned weight;
	const char *status;
} endings[] = {
	{ 610, "200 OK" },
	{ 140, "487 Request Terminated" },
	{ 90, "486 Busy Here" },
	{ 60, "404 Not Found" },
	{ 40, "480 Temporarily Unavailable" },
	{ 25, "503 Service Unavailable" },
	{ 20, "488 Not Acceptable Here" },
	{ 10, "603 Decline" },
	{ 5, "500 Server Internal Error" },
};

struct trace {
	unsigned long long bytes, limit;
	uint32_t random;
	unsigned call;
};

static uint32_t next(struct trace *trace)
{
	trace->random = trace->random * 1664525 + 1013904223;
	return trace->random >> 8;
}

static void put(struct trace *trace, int length)
{
	if (length < 0) {
		perror("trace");
		exit(2);
	}
	trace->bytes += (unsigned long long)length;
}

static void put_head(struct trace *trace, const char *start, unsigned sequence, const char *method)
{
	unsigned n = trace->call;
	put(trace, printf("\nU 2026/11/24 %02u:%02u:%02u.%06u 192.0.2.%u:5060 -> 198.51.100.7:5060\n",
	                  n / 3600 % 24, n / 60 % 60, n % 60, next(trace) % 1000000, n % 250 + 1));
	put(trace, printf("%s\r\n", start));
	put(trace,
	    printf("Via: SIP/2.0/UDP 192.0.2.%u:5060;branch=z9hG4bK%08x;rport=5060;received=192.0.2.%u\r\n",
	           n % 250 + 1, next(trace), n % 250 + 1));
	put(trace, printf("Record-Route: <sip:198.51.100.7;transport=udp;lr>\r\n"));
	put(trace, printf("From: \"Extension %u\" <sip:%u@example.com>;tag=%08x\r\n", 2000 + n % 800,
	                  2000 + n % 800, n * 2654435761U));
	put(trace, printf("To: <sip:+4930%07u@example.net>;tag=as%07x\r\n", n % 10000000, n));
	put(trace, printf("Call-ID: %08x%08x@192.0.2.%u\r\nCSeq: %u %s\r\n", n * 40503U, n, n % 250 + 1,
	                  sequence, method));
	put(trace,
	    printf("Contact: <sip:%u@192.0.2.%u:5060;transport=udp>\r\n", 2000 + n % 800, n % 250 + 1));
	put(trace, printf("Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, UPDATE\r\n"));
}

static void put_message(struct trace *trace, const char *start, unsigned sequence, const char *method,
                        int with_sdp)
{
	static const char sdp[] =
	        "v=0\r\no=- 20518 0 IN IP4 203.0.113.1\r\ns=-\r\nc=IN IP4 203.0.113.1\r\nt=0 0\r\n"
	        "m=audio 54400 RTP/AVP 8 0 18 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\n"
	        "a=rtpmap:18 G729/8000\r\na=rtpmap:101 telephone-event/8000\r\na=ptime:20\r\n"
	        "a=sendrecv\r\n";
	put_head(trace, start, sequence, method);
	if (with_sdp)
		put(trace, printf("Content-Type: application/sdp\r\nContent-Length: %zu\r\n\r\n%s",
		                  sizeof sdp - 1, sdp));
	else
		put(trace, printf("Content-Length: 0\r\n\r\n"));
}

static void put_response(struct trace *trace, const char *status, unsigned sequence, const char *method,
                         int with_sdp)
{
	char line[80];
	snprintf(line, sizeof line, "SIP/2.0 %s", status);
	put_message(trace, line, sequence, method, with_sdp);
}

static const char *choose(struct trace *trace)
{
	unsigned at = next(trace) % 1000, i = 0;
	while (at >= endings[i].weight)
		at -= endings[i++].weight;
	return endings[i].status;
}

static void put_call(struct trace *trace)
{
	char invite[80];
	const char *status = choose(trace);
	trace->call++;
	snprintf(invite, sizeof invite, "INVITE sip:+4930%07u@example.net SIP/2.0", trace->call % 10000000);
	put_message(trace, invite, 1, "INVITE", 1);
	put_response(trace, "100 Trying", 1, "INVITE", 0);
	if (next(trace) % RARE > 30)
		put_response(trace, "180 Ringing", 1, "INVITE", 0);
	put_response(trace, status, 1, "INVITE", status[0] == '2');
	put_message(trace, "ACK sip:2000@192.0.2.1:5060 SIP/2.0", 1, "ACK", 0);
	if (status[0] != '2')
		return;
	put_message(trace, "BYE sip:2000@192.0.2.1:5060 SIP/2.0", 2, "BYE", 0);
	put_response(trace, "200 OK", 2, "BYE", 0);
}

int main(int argc, char **argv)
{
	long megabytes = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
	if (megabytes < 1 || megabytes > MEGABYTES_MAX) {
		fputs("usage: trace MEGABYTES\n", stderr);
		return 2;
	}
	struct trace trace = { .limit = (unsigned long long)megabytes * 1000000, .random = 1 };
	while (trace.bytes < trace.limit)
		put_call(&trace);
	return fflush(stdout) != 0;
}
