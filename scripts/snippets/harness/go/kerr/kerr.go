// Package kerr is a stand-in for that of franz-go.
package kerr

import "errors"

var UnknownTopicOrPartition = errors.New("unknown topic")
