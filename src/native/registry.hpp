#pragma once
namespace fluxi::native { class Registry; }
