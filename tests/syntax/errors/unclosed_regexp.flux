a = b =~ /^cpu
