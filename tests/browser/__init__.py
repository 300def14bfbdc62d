"""Tests in a real browser, on a phone's and a desk's screen."""
