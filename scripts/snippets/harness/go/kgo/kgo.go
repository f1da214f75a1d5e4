// Package kgo is a stand-in for franz-go: it notes what producers send, and plays back what a topic might hold.
package kgo

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
)

type Header struct {
	Key   string
	Value []byte
}

type RecordHeader = Header

type Record struct {
	Topic     string
	Key       []byte
	Value     []byte
	Headers   []RecordHeader
	Partition int32
	Offset    int64
}

// Sent is what producers have sent, one JSON value each.
var Sent []json.RawMessage

// Played is what the next consumer finds.
var Played []*Record

// Journal is what the consumer did.
var Journal []string

type Opt struct{ name, value string }

type Acks struct{}

type CompressionCodec struct{}

type Offset struct{ at string }

func SeedBrokers(servers ...string) Opt  { return Opt{"servers", strings.Join(servers, ",")} }
func RequiredAcks(acks Acks) Opt         { return Opt{"acks", "all"} }
func AllISRAcks() Acks                   { return Acks{} }
func NoCompression() CompressionCodec    { return CompressionCodec{} }
func AllowAutoTopicCreation() Opt        { return Opt{"create", "yes"} }
func ConsumerGroup(group string) Opt     { return Opt{"group", group} }
func ConsumeTopics(topics ...string) Opt { return Opt{"topics", strings.Join(topics, ",")} }
func ConsumeResetOffset(at Offset) Opt   { return Opt{"reset", at.at} }
func DisableAutoCommit() Opt             { return Opt{"commit", "manual"} }
func ProducerBatchCompression(codecs ...CompressionCodec) Opt {
	return Opt{"compression", fmt.Sprint(len(codecs))}
}

func NewOffset() Offset        { return Offset{} }
func (Offset) AtStart() Offset { return Offset{"start"} }

type Client struct {
	options map[string]string
	polls   int
}

func NewClient(options ...Opt) (*Client, error) {
	client := &Client{options: map[string]string{}}
	for _, option := range options {
		client.options[option.name] = option.value
	}
	if client.options["servers"] != "localhost:9092" {
		return nil, fmt.Errorf("servers %v", client.options)
	}
	return client, nil
}

func (client *Client) Close() { Journal = append(Journal, "closed") }

func (client *Client) Ping(context.Context) error { return nil }

type Results struct {
	record *Record
	err    error
}

func (results Results) First() (*Record, error) { return results.record, results.err }

func (client *Client) ProduceSync(_ context.Context, record *Record) Results {
	if client.options["acks"] != "all" {
		return Results{nil, fmt.Errorf("acks")}
	}
	headers := [][2]string{}
	for _, header := range record.Headers {
		headers = append(headers, [2]string{header.Key, string(header.Value)})
	}
	var key any
	if record.Key != nil {
		key = string(record.Key)
	}
	text, err := json.Marshal(map[string]any{"key": key, "value": string(record.Value), "headers": headers})
	Sent = append(Sent, text)
	return Results{record, err}
}

type Fetches struct{ records []*Record }

func (fetches Fetches) Records() []*Record { return fetches.records }
func (fetches Fetches) Err() error         { return nil }

func (client *Client) PollFetches(ctx context.Context) Fetches {
	options := client.options
	if options["group"] == "" || options["reset"] != "start" || options["commit"] != "manual" {
		panic(fmt.Sprint(options))
	}
	client.polls++
	if client.polls == 1 && len(Played) > 0 {
		return Fetches{Played}
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGTERM); err != nil {
		panic(err)
	}
	<-ctx.Done()
	return Fetches{}
}

func (client *Client) CommitUncommittedOffsets(context.Context) error {
	Journal = append(Journal, "committed")
	return nil
}
